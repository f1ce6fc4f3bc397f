package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.multishot.processor.model.Field;

/** Begins the methods {@code send}, which a sender, a shot and a slab have. */
final class SendSignatures extends ElementWriter {

  private final String opening;
  private final String closing;
  private final boolean hasId;

  private SendSignatures(Source source, String opening, String closing, boolean hasId) {
    super(source);
    this.opening = opening;
    this.closing = closing;
    this.hasId = hasId;
  }

  /**
   * Begins the methods of a sender or a shot.
   *
   * @param illegalState when they throw {@code IllegalStateException}
   */
  static SendSignatures ofSender(Source source, String illegalState) {
    return new SendSignatures(
        source,
        "Ends the shot with a $L. Wait-free: one atomic exchange.\n",
        """
        @return whether it was published; {@code false} if the receiver had abandoned this shot
        @throws IllegalStateException if %s
        """
            .formatted(illegalState),
        false);
  }

  /** Begins the methods of a slab, whose first parameter is the id of a shot. */
  static SendSignatures ofSlab(Source source) {
    return new SendSignatures(
        source,
        "Ends a shot with a $L, once. Lock-free.\n",
        """
        @return whether it did; {@code false} if no such shot is open: it has ended already, was
            abandoned, or was never acquired from this slab
        """,
        true);
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
    addId(send, names.id());
    for (Field field : message.fields()) {
      send.addParameter(field.type(), field.name())
          .addJavadoc("@param $L $L\n", field.name(), sent(field));
    }
    return send.addJavadoc(closing).varargs(message.isVarArgs());
  }

  /** Begins {@code send} of the message. */
  MethodSpec.Builder sendMessage() {
    MethodSpec.Builder send = sendMethod().addJavadoc("\n");
    addId(send, ID);
    return send.addJavadoc(
            "@param message the message to send; its fields are read on this thread\n")
        .addParameter(message.type(), "message")
        .addJavadoc(closing);
  }

  private MethodSpec.Builder sendMethod() {
    return publicMethod("send", TypeName.BOOLEAN).addJavadoc(opening, noun());
  }

  private void addId(MethodSpec.Builder send, String name) {
    if (hasId) {
      send.addParameter(idType(), name).addJavadoc("@param $L the shot\n", name);
    }
  }

  /** What is passed on to another {@code send}, by the method of the fields. */
  CodeBlock onward(CodeBlock arguments) {
    return onward(names.id(), arguments);
  }

  /** What is passed on to another {@code send}, by the method of the message. */
  CodeBlock onwardOfMessage(CodeBlock arguments) {
    return onward(ID, arguments);
  }

  private CodeBlock onward(String id, CodeBlock arguments) {
    return hasId ? CodeBlock.of("$L,$W$L", id, arguments) : arguments;
  }
}
