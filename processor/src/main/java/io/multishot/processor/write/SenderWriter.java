package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Channel;
import io.multishot.processor.model.Message;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the sending half. */
final class SenderWriter extends ElementWriter {

  /** The name of what sends the fields of a record, once they are read. */
  private static final String PUT = "put";

  private final SendSignatures signatures;

  SenderWriter(Channel channel) {
    super(channel);
    this.signatures =
        new SendSignatures(channel, "this sender is consumed; the shot keeps its outcome");
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "Sender",
                """
                The sending half of the channel: the right to end one shot, armed again by the receiver
                for the next one.
                """)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(names.payload())
            .addMethod(privateConstructor());
    if (channel.isPadded()) {
      new PaddingWriter(channel).addTo(type);
    }
    if (message.isSentByField()) {
      type.addMethod(sendFields());
    }
    if (message.is(Message.Form.RECORD)) {
      type.addMethod(sendRecord());
      if (hasPut()) {
        type.addMethod(put());
      }
    }
    return type.addMethod(
            signatures.sendFrom(
                "This sender is consumed. Only {@link #close()} still ends the shot, and disconnects the\n"
                    + "receiver.",
                ""))
        .addMethod(new ResultWriter(channel).sendResult())
        .addMethod(shot())
        .build();
  }

  private MethodSpec sendFields() {
    MethodSpec.Builder send = signatures.sendFields();
    if (message.isChecked()) {
      return send.addStatement("return send(new $T($L))", newMessage(), arguments()).build();
    }
    return addSending(send).build();
  }

  /** Reads all fields before it looks at the state: an accessor is user code, and may send. */
  private MethodSpec sendRecord() {
    return signatures
        .sendMessage()
        .addStatement("$T.requireNonNull(message, $S)", Objects.class, "message")
        .addStatement("return $L($L)", hasPut() ? PUT : "send", accessorCalls())
        .build();
  }

  /** Whether no {@code send} takes the fields as they are. */
  private boolean hasPut() {
    return message.isChecked() || !message.isSentByField();
  }

  private MethodSpec put() {
    MethodSpec.Builder put =
        MethodSpec.methodBuilder(PUT).addModifiers(Modifier.PRIVATE).returns(TypeName.BOOLEAN);
    message.fields().forEach(field -> put.addParameter(field.type(), field.name()));
    return addSending(put).build();
  }

  private MethodSpec.Builder addSending(MethodSpec.Builder send) {
    send.beginControlFlow("if (!begin())").addStatement("return false").endControlFlow();
    message.fields().forEach(field -> send.addStatement("super.$1N = $1N", field.name()));
    return send.addStatement("return publish()");
  }

  private MethodSpec shot() {
    return publicMethod("shot", names.shot())
        .addJavadoc(
            """
            Makes the resource of a {@code try} statement, which ends this shot if its block does not.

            @return the right to end this shot and no other
            @throws IllegalStateException if this sender is consumed
            """)
        .addStatement("return new $T(this)", names.shot())
        .build();
  }
}
