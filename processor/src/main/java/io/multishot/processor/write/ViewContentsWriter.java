package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Field;

/** Writes {@code equals}, {@code hashCode} and {@code toString} of a class with the fields. */
final class ViewContentsWriter extends ElementWriter {

  private final String name;
  private final boolean isLent;

  /**
   * Makes a writer.
   *
   * @param name the simple name of the class
   * @param isLent whether the fields can be read for some time only
   */
  ViewContentsWriter(Source source, String name, boolean isLent) {
    super(source);
    this.name = name;
    this.isLent = isLent;
  }

  void addTo(TypeSpec.Builder view) {
    view.addMethod(equalsMethod()).addMethod(hashCodeMethod()).addMethod(toStringMethod());
  }

  private MethodSpec equalsMethod() {
    CodeBlock.Builder comparison =
        CodeBlock.builder().add("return other instanceof $T that", names.any(name));
    for (Field field : message.fields()) {
      comparison.add("\n&& ").add(new FieldCode(source, field).isEqual());
    }
    return publicMethod("equals", TypeName.BOOLEAN)
        .addAnnotation(source.use(Override.class))
        .addParameter(nullable(source.use(ClassName.OBJECT)), "other")
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
    String shown = target.declaration().simpleName();
    CodeBlock.Builder text = CodeBlock.builder().add("return ");
    String before = shown + "[";
    for (Field field : message.fields()) {
      text.add("$S + $L\n+ ", before + field.name() + "=", new FieldCode(source, field).text());
      before = ", ";
    }
    MethodSpec.Builder method =
        publicMethod("toString", source.use(String.class))
            .addAnnotation(source.use(Override.class));
    if (isLent) {
      method
          .beginControlFlow("if (!cell.isViewed())")
          .addStatement("return $S", shown + "[no longer valid]")
          .endControlFlow();
    }
    return method.addStatement(text.add("$S", "]").build()).build();
  }
}
