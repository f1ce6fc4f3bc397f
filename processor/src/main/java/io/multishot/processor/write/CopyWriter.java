package io.multishot.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.RuntimeNames;
import javax.lang.model.element.Modifier;

/** Writes the class into which the message of a slot is copied. */
final class CopyWriter extends ElementWriter {

  CopyWriter(Source source) {
    super(source);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "Copy",
                """
                A message that is filled by {@code receive} and {@code take}, again and again: one for each
                thread is enough. Two copies are equal if their fields are equal; arrays are compared by
                their contents.
                """)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(message.type());
    for (Field field : message.fields()) {
      type.addField(field(field));
    }
    type.addMethod(constructor());
    for (Field field : message.fields()) {
      type.addMethod(accessor(field));
    }
    new ViewContentsWriter(source, "Copy", false).addTo(type);
    return type.build();
  }

  private FieldSpec field(Field field) {
    FieldSpec.Builder spec = FieldSpec.builder(field.type(), names.copied(field), Modifier.PRIVATE);
    if (field.isReference()) {
      spec.initializer("$T.none()", source.use(RuntimeNames.SLAB));
    }
    return spec.build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Makes a copy to be filled; until then its fields are zero or {@code null}.\n")
        .build();
  }

  private MethodSpec accessor(Field field) {
    return publicMethod(field.name(), field.type())
        .addAnnotation(source.use(Override.class))
        .addStatement("return this.$N", names.copied(field))
        .build();
  }
}
