package io.multishot.processor;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes the class that adds the payload to the cell. */
final class PayloadWriter extends ClassWriter {

  PayloadWriter(Channel channel, ChannelNames names) {
    super(channel, names);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "Payload",
                """
                The payload. It is written by the sender before it ends the shot, and read by the
                receiver after it has seen that; hence it needs no access mode of its own.
                """)
            .addModifiers(Modifier.PRIVATE, Modifier.ABSTRACT)
            .superclass(
                channel.isPadded() ? RuntimeNames.PADDED_SENDER : RuntimeNames.UNPADDED_SENDER);
    for (Field field : message.fields()) {
      FieldSpec.Builder spec = FieldSpec.builder(field.type(), field.name());
      if (field.isReference()) {
        spec.initializer("none()");
      }
      type.addField(spec.build());
    }
    boolean hasView = !message.is(Message.Form.VALUE);
    if (hasView) {
      type.addField(boolean.class, names.isViewed)
          .addField(
              FieldSpec.builder(names.view(), names.view, Modifier.PRIVATE, Modifier.FINAL)
                  .initializer("new $T(this)", names.view())
                  .build());
    }
    type.addMethod(ChannelWriter.privateConstructor());
    if (hasView || message.hasReferences()) {
      type.addMethod(clear());
    }
    switch (message.form()) {
      case VALUE -> {
        if (message.hasReferences()) {
          type.addMethod(releaseValue());
        }
      }
      case VIEW -> type.addMethod(view()).addMethod(requireViewed());
      case RECORD ->
          type.addMethod(view())
              .addMethod(requireViewed())
              .addMethod(copy())
              .addMethod(releaseRecord());
    }
    return type.build();
  }

  private MethodSpec clear() {
    MethodSpec.Builder clear =
        MethodSpec.methodBuilder("clear")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED, Modifier.FINAL);
    if (!message.is(Message.Form.VALUE)) {
      clear.addStatement("$N = false", names.isViewed);
    }
    message.fields().stream()
        .filter(Field::isReference)
        .forEach(field -> clear.addStatement("$N = none()", field.name()));
    return clear.build();
  }

  private MethodSpec releaseValue() {
    return MethodSpec.methodBuilder("release")
        .addModifiers(Modifier.FINAL)
        .returns(message.type())
        .addStatement("$T released = value", message.type())
        .addStatement("clear()")
        .addStatement("return released")
        .build();
  }

  private MethodSpec view() {
    return MethodSpec.methodBuilder("view")
        .addModifiers(Modifier.FINAL)
        .returns(names.view())
        .addStatement("$N = true", names.isViewed)
        .addStatement("return $N", names.view)
        .build();
  }

  private MethodSpec requireViewed() {
    return MethodSpec.methodBuilder("requireViewed")
        .addModifiers(Modifier.FINAL)
        .beginControlFlow("if (!$N)", names.isViewed)
        .addStatement("throw outdatedView()")
        .endControlFlow()
        .build();
  }

  private MethodSpec copy() {
    return MethodSpec.methodBuilder("copy")
        .addModifiers(Modifier.FINAL)
        .returns(message.type())
        .addStatement("return new $T($L)", newMessage(), arguments())
        .build();
  }

  private MethodSpec releaseRecord() {
    return MethodSpec.methodBuilder("release")
        .addModifiers(Modifier.FINAL)
        .returns(message.type())
        .addStatement("$T released = copy()", message.type())
        .addStatement("clear()")
        .addStatement("return released")
        .build();
  }
}
