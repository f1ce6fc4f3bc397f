package io.multishot.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Channel;
import io.multishot.processor.model.Field;
import java.util.Arrays;
import java.util.Objects;

/** Writes a view's {@code equals}, {@code hashCode} and {@code toString}: all of its fields. */
final class ViewContentsWriter extends ElementWriter {

  ViewContentsWriter(Channel channel) {
    super(channel);
  }

  void addTo(TypeSpec.Builder view) {
    view.addMethod(equalsMethod()).addMethod(hashCodeMethod()).addMethod(toStringMethod());
  }

  private MethodSpec equalsMethod() {
    CodeBlock.Builder comparison =
        CodeBlock.builder().add("return other instanceof $T that", names.anyView());
    for (Field field : message.fields()) {
      comparison.add("\n&& ").add(comparison(field));
    }
    return publicMethod("equals", TypeName.BOOLEAN)
        .addAnnotation(Override.class)
        .addParameter(channel.nullness().nullable(ClassName.OBJECT), "other")
        .addStatement(comparison.build())
        .build();
  }

  private static CodeBlock comparison(Field field) {
    TypeName type = field.type();
    if (field.isReference()) {
      return CodeBlock.of(
          "$T.$L($L, that.$N())", helper(field), deep(field, "equals"), call(field), field.name());
    }
    if (type.equals(TypeName.FLOAT) || type.equals(TypeName.DOUBLE)) {
      return CodeBlock.of("$T.compare($L, that.$N()) == 0", type.box(), call(field), field.name());
    }
    return CodeBlock.of("$L == that.$N()", call(field), field.name());
  }

  private MethodSpec hashCodeMethod() {
    MethodSpec.Builder method =
        publicMethod("hashCode", TypeName.INT)
            .addAnnotation(Override.class)
            .addStatement("int hash = 0");
    for (Field field : message.fields()) {
      method.addStatement(
          "hash = 31 * hash + $T.$L($L)", helper(field), deep(field, "hashCode"), call(field));
    }
    return method.addStatement("return hash").build();
  }

  private MethodSpec toStringMethod() {
    String name = channel.origin().getSimpleName().toString();
    CodeBlock.Builder text = CodeBlock.builder().add("return ");
    String before = name + "[";
    for (Field field : message.fields()) {
      text.add("$S + ", before + field.name() + "=");
      if (field.isArray()) {
        text.add("$T.$L($L)", Arrays.class, deep(field, "toString"), call(field));
      } else {
        text.add("$L", call(field));
      }
      text.add("\n+ ");
      before = ", ";
    }
    return publicMethod("toString", ClassName.get(String.class))
        .addAnnotation(Override.class)
        .beginControlFlow("if (!cell.isViewed())")
        .addStatement("return $S", name + "[no longer valid]")
        .endControlFlow()
        .addStatement(text.add("$S", "]").build())
        .build();
  }

  /** Calls an accessor of this view. A bare call of a method named yield would not compile. */
  private static CodeBlock call(Field field) {
    return CodeBlock.of(field.name().equals("yield") ? "this.$N()" : "$N()", field.name());
  }

  /** The class whose static methods compare and hash such a field: an array by its contents. */
  private static TypeName helper(Field field) {
    if (field.isReference()) {
      return ClassName.get(field.isArray() ? Arrays.class : Objects.class);
    }
    return field.type().box();
  }

  /** The method's name, or for an array of arrays that of its deep variant. */
  private static String deep(Field field, String method) {
    boolean isDeep =
        field.type() instanceof ArrayTypeName array
            && array.componentType() instanceof ArrayTypeName;
    return isDeep ? "deep" + Character.toUpperCase(method.charAt(0)) + method.substring(1) : method;
  }
}
