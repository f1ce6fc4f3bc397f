package io.multishot.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Objects;
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
    return type.addMethod(sendFrom()).addMethod(sendResult()).addMethod(shot()).build();
  }

  private MethodSpec sendParts() {
    MethodSpec.Builder send = sendMethod(Sent.PARTS, CONSUMED);
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
    return sendMethod(Sent.WHOLE, CONSUMED)
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
    return sendFromMethod(
            "This sender is consumed. Only {@code close()} takes the shot back, and disconnects.",
            CONSUMED)
        .addStatement("leaveTo(source)")
        .build();
  }

  /** Sends what the future of {@code sendFrom} resulted in. */
  private MethodSpec sendResult() {
    MethodSpec.Builder send =
        MethodSpec.methodBuilder("sendResult")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(TypeName.BOOLEAN)
            .addParameter(names.nullable(ClassName.OBJECT), "result");
    if (!channel.typeVariables().isEmpty()) {
      send.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "unchecked")
              .build());
    }
    TypeName type = newMessage();
    boolean admitsNull = message.is(Message.Form.VALUE) && !type.isPrimitive();
    CodeBlock result;
    if (type.equals(ClassName.OBJECT)) {
      result = CodeBlock.of("result"); // a cast would be a warning
    } else {
      result =
          CodeBlock.of(
              admitsNull ? "($T) result" : "($T) requireResult(result)",
              type.isPrimitive() ? type.box() : type);
    }
    if (!message.is(Message.Form.VIEW)) {
      return send.addStatement("return send($L)", result).build();
    }
    String parts =
        message.fields().stream()
            .map(field -> "message." + field.name() + "()")
            .collect(Collectors.joining(", "));
    return send.addException(Throwable.class) // the accessors are the user's
        .addStatement("$T message = $L", type, result)
        .addStatement("return send($L)", parts)
        .build();
  }

  private MethodSpec shot() {
    return publicMethod("shot", names.shot())
        .addJavadoc(
            """
            Makes this shot the resource of a {@code try} statement.

            @return the right to end this shot, and no other
            @throws IllegalStateException if this sender is consumed
            """)
        .addStatement("return new $T(this)", names.shot())
        .build();
  }
}
