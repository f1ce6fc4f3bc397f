package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Message;
import io.multishot.processor.model.RuntimeNames;
import javax.lang.model.element.Modifier;

/** Writes the right to end one particular shot. */
final class ShotWriter extends ElementWriter {

  /** When {@code send} throws. */
  private static final String HAS_OUTCOME = "the shot has an outcome";

  ShotWriter(Source source) {
    super(source);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "Shot",
                "The right to end one shot and no other: the resource of a {@code try}"
                    + " statement.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(
                ParameterizedTypeName.get(source.use(RuntimeNames.SHOT), names.sender(), carried()))
            .addMethod(constructor());
    SendSignatures signatures = SendSignatures.ofSender(source, HAS_OUTCOME);
    if (message.isSentByField()) {
      type.addMethod(send(signatures.sendFields(), arguments()));
    }
    if (message.is(Message.Form.RECORD)) {
      type.addMethod(send(signatures.sendMessage(), CodeBlock.of("message")));
    }
    return type.build();
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(names.sender(), "sender")
        .addStatement("super(sender)")
        .build();
  }

  private static MethodSpec send(MethodSpec.Builder signature, CodeBlock arguments) {
    return signature.addStatement("return open().send($L)", arguments).build();
  }
}
