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
    if (hasView()) {
      type.addField(
          FieldSpec.builder(names.view(), names.viewField, Modifier.FINAL)
              .initializer("new $T(this)", names.view())
              .build());
    }
    type.addMethod(ChannelWriter.privateConstructor());
    if (message.hasReferences()) {
      type.addMethod(clear());
    }
    switch (message.form()) {
      case VALUE -> {
        if (message.hasReferences()) {
          type.addMethod(release());
        }
      }
      case VIEW -> addViewMethods(type);
      case RECORD -> {
        addViewMethods(type);
        type.addMethod(copy());
      }
    }
    return type.build();
  }

  private MethodSpec clear() {
    MethodSpec.Builder clear =
        MethodSpec.methodBuilder("clear")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED, Modifier.FINAL);
    message.fields().stream()
        .filter(Field::isReference)
        .forEach(field -> clear.addStatement("$N = none()", field.name()));
    return clear.build();
  }

  private MethodSpec release() {
    return MethodSpec.methodBuilder("release")
        .addModifiers(Modifier.FINAL)
        .returns(message.type())
        .addStatement("$T released = value", message.type())
        .addStatement("clear()")
        .addStatement("return released")
        .build();
  }

  /** What the runtime lets its subclasses do, and these the view, which is none. */
  private void addViewMethods(TypeSpec.Builder type) {
    type.addMethod(
            MethodSpec.methodBuilder("isViewed")
                .addModifiers(Modifier.FINAL)
                .returns(boolean.class)
                .addStatement("return isViewable()")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("requireViewed")
                .addModifiers(Modifier.FINAL)
                .addStatement("requireViewable()")
                .build());
  }

  private MethodSpec copy() {
    return MethodSpec.methodBuilder("copy")
        .addModifiers(Modifier.FINAL)
        .returns(message.type())
        .addStatement("return new $T($L)", newMessage(), arguments())
        .build();
  }
}
