package io.multishot.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Arrays;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the view of a message that lies in the channel's own memory. */
final class ViewWriter extends ClassWriter {

  ViewWriter(Channel channel, ChannelNames names) {
    super(channel, names);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
            "View",
            """
            A message as it lies in the channel. It is valid from its being taken until the receiver
            arms the next shot; after that its parts cannot be read. Views are equal if their parts
            are, arrays by their contents.
            """);
    boolean isOfInterface = message.is(Message.Form.VIEW);
    if (isOfInterface) {
      type.addModifiers(Modifier.PRIVATE, Modifier.FINAL)
          .addSuperinterface(message.type())
          .avoidClashesWithNestedClasses(channel.origin());
    } else {
      type.addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    }
    type.addField(names.payload(), "cell", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(names.payload(), "cell")
                .addStatement("this.cell = cell")
                .build());
    message.fields().forEach(field -> type.addMethod(accessor(field, isOfInterface)));
    return type.addMethod(equalsMethod())
        .addMethod(hashCodeMethod())
        .addMethod(toStringMethod())
        .build();
  }

  private MethodSpec accessor(Field field, boolean isOverride) {
    MethodSpec.Builder accessor = publicMethod(field.name(), field.type());
    if (isOverride) {
      accessor.addAnnotation(Override.class);
    } else {
      accessor.addJavadoc(
          """
          A part of the message.

          @return what was sent
          @throws IllegalStateException if this view is no longer valid
          """);
    }
    return accessor
        .addStatement("cell.requireViewed()")
        .addStatement("return cell.$N", field.name())
        .build();
  }

  private MethodSpec equalsMethod() {
    CodeBlock.Builder comparison =
        CodeBlock.builder().add("return other instanceof $T that", anyView());
    for (Field field : message.fields()) {
      comparison.add("\n&& ").add(comparison(field));
    }
    return publicMethod("equals", TypeName.BOOLEAN)
        .addAnnotation(Override.class)
        .addParameter(names.nullable(ClassName.OBJECT), "other")
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

  /** Calls an accessor of this view. One named yield must be called on something. */
  private static CodeBlock call(Field field) {
    return CodeBlock.of(field.name().equals("yield") ? "this.$N()" : "$N()", field.name());
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
    MethodSpec.Builder method =
        publicMethod("toString", ClassName.get(String.class))
            .addAnnotation(Override.class)
            .beginControlFlow("if (!cell.isViewed())")
            .addStatement("return $S", name + "[no longer valid]")
            .endControlFlow();
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
    return method.addStatement(text.add("$S", "]").build()).build();
  }

  /** The class whose static methods compare and hash such a part: an array by its contents. */
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

  private TypeName anyView() {
    ClassName raw = names.raw("View");
    if (channel.typeVariables().isEmpty()) {
      return raw;
    }
    TypeName[] any =
        channel.typeVariables().stream()
            .map(variable -> WildcardTypeName.subtypeOf(ClassName.OBJECT))
            .toArray(TypeName[]::new);
    return ParameterizedTypeName.get(raw, any);
  }
}
