package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Field;

/** Writes a view's {@code equals}, {@code hashCode} and {@code toString}: all of its fields. */
final class ViewContentsWriter extends ElementWriter {

  ViewContentsWriter(Source source) {
    super(source);
  }

  void addTo(TypeSpec.Builder view) {
    view.addMethod(equalsMethod()).addMethod(hashCodeMethod()).addMethod(toStringMethod());
  }

  private MethodSpec equalsMethod() {
    CodeBlock.Builder comparison =
        CodeBlock.builder().add("return other instanceof $T that", names.any("View"));
    for (Field field : message.fields()) {
      comparison.add("\n&& ").add(new FieldCode(source, field).isEqual());
    }
    return publicMethod("equals", TypeName.BOOLEAN)
        .addAnnotation(source.use(Override.class))
        .addParameter(target.nullness().nullable(source.use(ClassName.OBJECT)), "other")
        .addStatement(comparison.build())
        .build();
  }

  private MethodSpec hashCodeMethod() {
    MethodSpec.Builder method =
        publicMethod("hashCode", TypeName.INT)
            .addAnnotation(source.use(Override.class))
            .addStatement("int hash = 0");
    for (Field field : message.fields()) {
      method.addStatement("hash = 31 * hash + $L", new FieldCode(source, field).hash());
    }
    return method.addStatement("return hash").build();
  }

  private MethodSpec toStringMethod() {
    String name = target.declaration().simpleName();
    CodeBlock.Builder text = CodeBlock.builder().add("return ");
    String before = name + "[";
    for (Field field : message.fields()) {
      text.add("$S + $L\n+ ", before + field.name() + "=", new FieldCode(source, field).text());
      before = ", ";
    }
    return publicMethod("toString", source.use(String.class))
        .addAnnotation(source.use(Override.class))
        .beginControlFlow("if (!cell.isViewed())")
        .addStatement("return $S", name + "[no longer valid]")
        .endControlFlow()
        .addStatement(text.add("$S", "]").build())
        .build();
  }
}
