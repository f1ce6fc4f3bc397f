package io.multishot.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Channel;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.RuntimeNames;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that adds the payload to the cell. All of it is private: the classes of the
 * channel reach it as nest mates, and no other code does.
 */
final class PayloadWriter extends ElementWriter {

  PayloadWriter(Channel channel) {
    super(channel);
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
                channel.isPadded() ? RuntimeNames.PADDED_SENDER : RuntimeNames.UNPADDED_SENDER)
            .addMethod(privateConstructor());
    message.fields().forEach(field -> type.addField(field(field)));
    if (message.hasReferences()) {
      type.addMethod(clear());
    }
    switch (message.form()) {
      case VALUE -> {
        if (message.hasReferences()) {
          type.addMethod(release());
        }
      }
      case VIEW -> addViewTo(type);
      case RECORD -> {
        addViewTo(type);
        type.addMethod(copy());
      }
    }
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
    message.fields().stream()
        .filter(Field::isReference)
        .forEach(field -> clear.addStatement("$N = none()", field.name()));
    return clear.build();
  }

  private MethodSpec release() {
    return MethodSpec.methodBuilder("release")
        .addModifiers(Modifier.PRIVATE)
        .returns(message.type())
        .addStatement("$T released = value", message.type())
        .addStatement("clear()")
        .addStatement("return released")
        .build();
  }

  /** Adds the view, and for it what the runtime lets only its subclasses call. */
  private void addViewTo(TypeSpec.Builder type) {
    type.addField(
            FieldSpec.builder(names.view(), names.viewField(), Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T(this)", names.view())
                .build())
        .addMethod(
            MethodSpec.methodBuilder("isViewed")
                .addModifiers(Modifier.PRIVATE)
                .returns(boolean.class)
                .addStatement("return isViewable()")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("requireViewed")
                .addModifiers(Modifier.PRIVATE)
                .addStatement("requireViewable()")
                .build());
  }

  private MethodSpec copy() {
    return MethodSpec.methodBuilder("copy")
        .addModifiers(Modifier.PRIVATE)
        .returns(message.type())
        .addStatement("return new $T($L)", newMessage(), arguments())
        .build();
  }
}
