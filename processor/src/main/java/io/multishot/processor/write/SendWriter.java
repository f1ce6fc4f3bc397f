package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.Message;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the methods of the sender that write the payload and end the shot. */
final class SendWriter extends ElementWriter {

  /** The method that sends the fields of a record after they have been read. */
  private static final String PUT = "put";

  private final SendSignatures signatures;

  SendWriter(Source source, String illegalState) {
    super(source);
    this.signatures = new SendSignatures(source, illegalState);
  }

  void addTo(TypeSpec.Builder sender) {
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
      return send.addStatement("return send(new $T($L))", newMessage(), arguments()).build();
    }
    return addSending(send).build();
  }

  /** Reads all fields before it looks at the state: an accessor is user code, and may send. */
  private MethodSpec sendRecord() {
    return signatures
        .sendMessage()
        .addStatement("$T.requireNonNull(message, $S)", source.use(Objects.class), "message")
        .addStatement("return $L($L)", hasPut() ? PUT : "send", accessorCalls())
        .build();
  }

  /** Whether no {@code send} takes the fields as they are. */
  private boolean hasPut() {
    return message.isChecked() || !message.isSentByField(); // a record either way
  }

  private MethodSpec put() {
    MethodSpec.Builder put =
        MethodSpec.methodBuilder(PUT).addModifiers(Modifier.PRIVATE).returns(TypeName.BOOLEAN);
    for (Field field : message.fields()) {
      put.addParameter(field.type(), field.name());
    }
    return addSending(put).build();
  }

  private MethodSpec.Builder addSending(MethodSpec.Builder send) {
    unchecked(send)
        .beginControlFlow("if (!begin())")
        .addStatement("return false")
        .endControlFlow()
        .addStatement("$1T $2L = ($1T) target()", names.payload(), names.cell());
    for (Field field : message.fields()) {
      send.addStatement("$1L.$2N = $2N", names.cell(), field.name());
    }
    return send.addStatement("return publish()");
  }
}
