package io.multishot.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.RuntimeNames;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that adds the payload to the cell. All of it is private: the classes of the
 * channel reach it as nest mates, and no other code does.
 */
final class PayloadWriter extends ElementWriter {

  PayloadWriter(Source source) {
    super(source);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "Payload",
                """
                A sender's state and payload. The sender writes the payload before it ends the shot, and
                the receiver reads it after it has seen that: plain access is enough.
                """)
            .addModifiers(Modifier.PRIVATE, Modifier.ABSTRACT)
            .superclass(
                source.use(
                    target.options().isPadded()
                        ? RuntimeNames.PADDED_SENDER
                        : RuntimeNames.UNPADDED_SENDER))
            .addMethod(privateConstructor());
    for (Field field : message.fields()) {
      type.addField(field(field));
    }
    if (message.hasReferences()) {
      type.addMethod(clear());
    }
    new PayloadReadWriter(source).addTo(type);
    return type.build();
  }

  private static FieldSpec field(Field field) {
    FieldSpec.Builder spec = FieldSpec.builder(field.type(), field.name(), Modifier.PRIVATE);
    if (field.isReference()) {
      spec.initializer("none()");
    }
    return spec.build();
  }

  private MethodSpec clear() {
    MethodSpec.Builder clear = implementation("clear").addModifiers(Modifier.FINAL);
    for (Field field : message.fields()) {
      if (field.isReference()) {
        clear.addStatement("$N = none()", field.name());
      }
    }
    return clear.build();
  }
}
