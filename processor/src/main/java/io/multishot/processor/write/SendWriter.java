package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.Message;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the methods that write the payload and end the shot. */
abstract class SendWriter extends ElementWriter {

  /** The method that sends the fields of a record after they have been read. */
  private static final String PUT = "put";

  private final SendSignatures signatures;

  SendWriter(Source source, SendSignatures signatures) {
    super(source);
    this.signatures = signatures;
  }

  final void addTo(TypeSpec.Builder sender) {
    if (message.isSentByField()) {
      sender.addMethod(sendFields());
    }
    if (message.is(Message.Form.RECORD)) {
      sender.addMethod(sendRecord());
    }
    if (hasPut()) {
      sender.addMethod(put());
    }
  }

  private MethodSpec sendFields() {
    MethodSpec.Builder send = signatures.sendFields();
    if (message.isChecked()) {
      CodeBlock made = CodeBlock.of("new $T($L)", newMessage(), arguments());
      return send.addStatement("return send($L)", signatures.onward(made)).build();
    }
    addSending(send);
    return send.build();
  }

  /** Reads all fields before it looks at the state: an accessor is user code, and may send. */
  private MethodSpec sendRecord() {
    return signatures
        .sendMessage()
        .addStatement("$T.requireNonNull(message, $S)", source.use(Objects.class), "message")
        .addStatement(
            "return $L($L)", hasPut() ? PUT : "send", signatures.onwardOfMessage(accessorCalls()))
        .build();
  }

  /** Whether no {@code send} takes the fields as they are. */
  private boolean hasPut() {
    return message.isChecked() || !message.isSentByField(); // a record either way
  }

  private MethodSpec put() {
    MethodSpec.Builder put =
        MethodSpec.methodBuilder(PUT).addModifiers(Modifier.PRIVATE).returns(TypeName.BOOLEAN);
    addFirstParameterTo(put);
    for (Field field : message.fields()) {
      put.addParameter(field.type(), field.name());
    }
    addSending(put);
    return put.build();
  }

  /** Adds what stands before the fields. */
  abstract void addFirstParameterTo(MethodSpec.Builder put);

  /** Adds the code that sends the parameters named like the fields. */
  abstract void addSending(MethodSpec.Builder send);
}
