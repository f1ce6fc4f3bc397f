package io.multishot.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.Shot;
import javax.lang.model.element.Modifier;

/** Writes the right to end one particular shot. */
final class ShotWriter {

  private final ChannelWriter writer;

  ShotWriter(ChannelWriter writer) {
    this.writer = writer;
  }

  TypeSpec write(ClassName name) {
    return ChannelWriter.generatedClass(name)
        .addJavadoc("The right to end one particular shot, for a {@code try} statement.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .superclass(Shot.class)
        .addField(writer.sender(), "sender", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(constructor())
        .addMethod(send())
        .build();
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(writer.sender(), "sender")
        .addStatement("super(sender)")
        .addStatement("this.sender = sender")
        .build();
  }

  private MethodSpec send() {
    return MethodSpec.methodBuilder("send")
        .addJavadoc(
            """
            Ends the shot with a value.

            @param value the value to hand over
            @return {@code true} if the receiver has it, to take or to drop; {@code false} if it wants
                no outcome any more
            @throws IllegalStateException if the shot has an outcome
            """)
        .addModifiers(Modifier.PUBLIC)
        .returns(boolean.class)
        .addParameter(writer.value(), "value")
        .addStatement("requireOpen()")
        .addStatement("return sender.send(value)")
        .build();
  }
}
