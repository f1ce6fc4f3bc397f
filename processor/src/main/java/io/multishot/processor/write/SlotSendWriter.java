package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;

/** Writes the methods {@code send} of a slab, whose payload lies in a slot. */
final class SlotSendWriter extends SendWriter {

  SlotSendWriter(Source source) {
    super(source, SendSignatures.ofSlab(source));
  }

  @Override
  void addFirstParameterTo(MethodSpec.Builder put) {
    put.addParameter(idType(), names.id());
  }

  @Override
  void addSending(MethodSpec.Builder send) {
    send.addStatement("int $N = claim($N)", names.slot(), names.id())
        .beginControlFlow("if ($N < 0)", names.slot())
        .addStatement("return false")
        .endControlFlow();
    for (SlotField field : SlotField.of(message)) {
      send.addStatement(field.write(names.slot()));
    }
    send.addStatement("return publish($N, $N)", names.id(), names.slot());
  }
}
