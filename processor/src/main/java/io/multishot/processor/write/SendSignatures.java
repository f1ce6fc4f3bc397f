package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.multishot.processor.model.Field;

/** Begins the methods {@code send}, which the sender and a shot both have. */
final class SendSignatures extends ElementWriter {

  private final String illegalState;

  /**
   * Begins the methods of one class.
   *
   * @param illegalState when they throw {@code IllegalStateException}
   */
  SendSignatures(Source source, String illegalState) {
    super(source);
    this.illegalState = illegalState;
  }

  /** Begins {@code send} of the fields. */
  MethodSpec.Builder sendFields() {
    MethodSpec.Builder send = sendMethod();
    if (message.isChecked()) {
      send.addJavadoc(
          """

          <p>The record's constructor runs first, on this thread. If it throws, the shot stays open.
          """);
    }
    send.addJavadoc("\n");
    for (Field field : message.fields()) {
      send.addParameter(field.type(), field.name())
          .addJavadoc("@param $L ", field.name())
          .addJavadoc(describe(field));
    }
    return addResult(send).varargs(message.isVarArgs());
  }

  /** Begins {@code send} of the message. */
  MethodSpec.Builder sendMessage() {
    MethodSpec.Builder send =
        sendMethod()
            .addJavadoc(
                "\n@param message the message to send; its fields are read on this thread\n")
            .addParameter(message.type(), "message");
    return addResult(send);
  }

  private CodeBlock describe(Field field) {
    return message.hasView()
        ? CodeBlock.of("see {@link $T#$L()}\n", declaration(), field.name())
        : CodeBlock.of("the value to send\n");
  }

  private MethodSpec.Builder sendMethod() {
    return publicMethod("send", TypeName.BOOLEAN)
        .addJavadoc("Ends the shot with a $L. Wait-free: one atomic exchange.\n", noun());
  }

  private MethodSpec.Builder addResult(MethodSpec.Builder send) {
    return send.addJavadoc(
        """
        @return whether it was published; {@code false} if the receiver had abandoned this shot
        @throws IllegalStateException if $L
        """,
        illegalState);
  }
}
