package io.multishot.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.PaddedSender;
import io.multishot.UnpaddedSender;
import javax.lang.model.element.Modifier;

/** Writes the class that adds the payload to the cell. */
final class PayloadWriter {

  private final ChannelWriter writer;

  PayloadWriter(ChannelWriter writer) {
    this.writer = writer;
  }

  TypeSpec write(ClassName name) {
    TypeSpec.Builder type =
        ChannelWriter.generatedClass(name)
            .addJavadoc(
                """
                The payload. It is written by the sender before it ends the shot, and read by the
                receiver after it has seen that; hence it needs no access mode of its own.
                """)
            .addModifiers(Modifier.PRIVATE, Modifier.ABSTRACT, Modifier.STATIC)
            .superclass(writer.channel().isPadded() ? PaddedSender.class : UnpaddedSender.class)
            .addField(writer.value(), "value")
            .addMethod(ChannelWriter.privateConstructor());
    if (!writer.channel().type().isPrimitive()) {
      type.addMethod(clear()).addMethod(release());
    }
    return type.build();
  }

  private MethodSpec clear() {
    return MethodSpec.methodBuilder("clear")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED, Modifier.FINAL)
        .addStatement("value = null")
        .build();
  }

  private MethodSpec release() {
    return MethodSpec.methodBuilder("release")
        .addModifiers(Modifier.FINAL)
        .returns(writer.value())
        .addStatement("$T released = value", writer.value())
        .addStatement("value = null")
        .addStatement("return released")
        .build();
  }
}
