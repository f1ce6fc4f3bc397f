package io.multishot.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the sending half. */
final class SenderWriter extends ClassWriter {

  /** 128 bytes behind the payload, as there are in front of the state. */
  private static final int PADDING_LONGS = 16;

  /** What sends the parts of a record, once they are read. */
  private static final String PUT = "put";

  SenderWriter(Channel channel, ChannelNames names) {
    super(channel, names);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass("Sender", "The sending half: the right to send once, armed again and again.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(names.payload());
    if (channel.isPadded()) {
      type.addField(
          FieldSpec.builder(long.class, names.padding + 0)
              .addJavadoc("Keeps what lies behind in memory off the payload's cache lines.\n")
              .build());
      for (int i = 1; i < PADDING_LONGS; i++) {
        type.addField(long.class, names.padding + i);
      }
    }
    type.addMethod(ChannelWriter.privateConstructor());
    if (message.isSentInParts()) {
      type.addMethod(sendParts());
    }
    if (message.is(Message.Form.RECORD)) {
      type.addMethod(sendRecord());
      if (isPutPrivate()) {
        type.addMethod(put());
      }
    }
    return type.addMethod(sendFrom()).addMethod(shot()).build();
  }

  private MethodSpec sendParts() {
    MethodSpec.Builder send = sendMethod(Sent.PARTS, USED_UP);
    if (message.isChecked()) {
      return send.addStatement("return send(new $T($L))", newMessage(), arguments()).build();
    }
    return addSending(send).build();
  }

  /** Reads all parts before it looks at the state: an accessor may be anything, even a send. */
  private MethodSpec sendRecord() {
    String accessors =
        message.fields().stream()
            .map(field -> "message." + field.name() + "()")
            .collect(Collectors.joining(", "));
    return sendMethod(Sent.WHOLE, USED_UP)
        .addStatement("$T.requireNonNull(message, $S)", Objects.class, "message")
        .addStatement("return $L($L)", isPutPrivate() ? PUT : "send", accessors)
        .build();
  }

  /** Whether the parts have no {@code send} that takes them as they are. */
  private boolean isPutPrivate() {
    return message.isChecked() || !message.isSentInParts();
  }

  private MethodSpec put() {
    MethodSpec.Builder put =
        MethodSpec.methodBuilder(PUT).addModifiers(Modifier.PRIVATE).returns(TypeName.BOOLEAN);
    message.fields().forEach(field -> put.addParameter(field.type(), field.name()));
    return addSending(put).build();
  }

  private MethodSpec.Builder addSending(MethodSpec.Builder send) {
    send.beginControlFlow("if (!begin())").addStatement("return false").endControlFlow();
    message.fields().forEach(field -> send.addStatement("this.$1N = $1N", field.name()));
    return send.addStatement("return publish()");
  }

  private MethodSpec sendFrom() {
    TypeName type = message.type().isPrimitive() ? message.type().box() : message.type();
    String noun = noun();
    MethodSpec.Builder send =
        publicMethod("sendFrom", TypeName.VOID)
            .addJavadoc(
                """
                Leaves this shot to a future: sends its result when that is there, and fails if it fails
                or is cancelled, or if the result cannot be sent. This sender is the future's from now on.

                @param source whose result to send
                @throws IllegalStateException if this sender is used up
                """)
            .addParameter(
                ParameterizedTypeName.get(
                    ClassName.get(CompletionStage.class), WildcardTypeName.subtypeOf(type)),
                "source");
    String arguments =
        message.is(Message.Form.VIEW)
            ? message.fields().stream()
                .map(field -> noun + "." + field.name() + "()")
                .collect(Collectors.joining(", "))
            : noun;
    return send.addStatement("sendFrom(source, $1L -> send($2L))", noun, arguments).build();
  }

  private MethodSpec shot() {
    return publicMethod("shot", names.shot())
        .addJavadoc(
            """
            Makes this shot the resource of a {@code try} statement.

            @return the right to end this shot, and no other
            @throws IllegalStateException if this sender is used up
            """)
        .addStatement("return new $T(this)", names.shot())
        .build();
  }
}
