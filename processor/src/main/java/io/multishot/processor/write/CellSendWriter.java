package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import io.multishot.processor.model.Field;

/** Writes the methods {@code send} of a sender, whose payload is fields. */
final class CellSendWriter extends SendWriter {

  CellSendWriter(Source source, String illegalState) {
    super(source, SendSignatures.ofSender(source, illegalState));
  }

  @Override
  void addFirstParameterTo(MethodSpec.Builder put) {} // there is none

  @Override
  void addSending(MethodSpec.Builder send) {
    unchecked(send)
        .beginControlFlow("if (!begin())")
        .addStatement("return false")
        .endControlFlow()
        .addStatement("$1T $2L = ($1T) target()", names.payload(), names.cell());
    for (Field field : message.fields()) {
      send.addStatement("$1L.$2N = $2N", names.cell(), field.name());
    }
    send.addStatement("return publish()");
  }
}
