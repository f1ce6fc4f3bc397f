package io.multishot.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes the sending half. */
final class SenderWriter {

  /** 128 bytes behind the payload, as there are in front of the state. */
  private static final int PADDING_LONGS = 16;

  private final ChannelWriter writer;

  SenderWriter(ChannelWriter writer) {
    this.writer = writer;
  }

  TypeSpec write(ClassName name) {
    TypeSpec.Builder type =
        ChannelWriter.generatedClass(name)
            .addJavadoc("The sending half: the right to send once, armed again and again.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .superclass(writer.payload());
    if (writer.channel().isPadded()) {
      type.addField(
          FieldSpec.builder(long.class, "padding0")
              .addJavadoc("Keeps what lies behind in memory off the payload's cache lines.\n")
              .build());
      for (int i = 1; i < PADDING_LONGS; i++) {
        type.addField(long.class, "padding" + i);
      }
    }
    return type.addMethod(ChannelWriter.privateConstructor())
        .addMethod(send())
        .addMethod(shot())
        .build();
  }

  private MethodSpec shot() {
    return MethodSpec.methodBuilder("shot")
        .addJavadoc(
            """
            Makes this shot the resource of a {@code try} statement.

            @return the right to end this shot, and no other
            @throws IllegalStateException if this sender is used up
            """)
        .addModifiers(Modifier.PUBLIC)
        .returns(writer.shot())
        .addStatement("return new $T(this)", writer.shot())
        .build();
  }

  private MethodSpec send() {
    return MethodSpec.methodBuilder("send")
        .addJavadoc(
            """
            Ends the shot with a value. Wait-free: one atomic exchange.

            @param value the value to hand over
            @return {@code true} if the receiver has it, to take or to drop; {@code false} if it wants
                no outcome any more
            @throws IllegalStateException if this sender is used up; the first outcome stays
            """)
        .addModifiers(Modifier.PUBLIC)
        .returns(boolean.class)
        .addParameter(writer.value(), "value")
        .beginControlFlow("if (!begin())")
        .addStatement("return false")
        .endControlFlow()
        .addStatement("this.value = value")
        .addStatement("return publish()")
        .build();
  }
}
