package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Message;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.lang.model.element.Modifier;

/** Writes the methods of a slab that take the value of a shot, or wait for its outcome first. */
final class SlotReceiveWriter extends ElementWriter {

  private static final String MADE_LAST =
      """

      <p>The record's constructor runs last, on this thread. If it throws, the message is lost.
      """;

  private final boolean isCopied;
  private final TypeName received;

  SlotReceiveWriter(Source source) {
    super(source);
    this.isCopied = message.is(Message.Form.VIEW);
    this.received = isCopied ? names.copy() : message.type();
  }

  void addTo(TypeSpec.Builder slab) {
    slab.addMethod(take())
        .addMethod(receive())
        .addMethod(receiveUninterruptibly())
        .addMethod(receiveWithin())
        .addMethod(taken());
  }

  private MethodSpec take() {
    return method(
            "take",
            "Takes the $L of a shot: once, when {@link #poll(long)} is {@code READY}.\n",
            noun())
        .addJavadoc("$L", returned())
        .addJavadoc(
            "@throws IllegalStateException if there is no such shot, or it has no $L\n", noun())
        .addCode(taking("beginTake($L)"))
        .build();
  }

  private MethodSpec receive() {
    return method(
            "receive",
            """
            Waits for the outcome of a shot and takes it. The shot is over then, whatever happens; an
            interrupt abandons it.
            """)
        .addJavadoc("$L", returned())
        .addJavadoc(
            """
            @throws InterruptedException if the thread is interrupted before there is an outcome
            @throws java.util.concurrent.CompletionException if the shot has failed; the cause tells why
            @throws io.multishot.DisconnectedException if the shot has ended without an outcome
            @throws IllegalStateException if there is no such shot; or a handler or a future waits for
                it, or another thread
            """)
        .addException(source.use(InterruptedException.class))
        .addCode(taking("beginReceive($L)"))
        .build();
  }

  private MethodSpec receiveUninterruptibly() {
    return method(
            "receiveUninterruptibly",
            "As {@link #receive($L)}, but an interrupt does not end the wait: it stays pending.\n",
            parameterTypes())
        .addJavadoc("$L", returned())
        .addCode(taking("beginReceiveUninterruptibly($L)"))
        .build();
  }

  private MethodSpec receiveWithin() {
    return method(
            "receive",
            """
            As {@link #receive($L)}, but waits for at most the given time, after which the shot is
            abandoned.
            """,
            parameterTypes())
        .addJavadoc(
            """
            @param timeout the most to wait, in {@code unit}; zero or less does not wait, more than 292
                years is no limit
            @param unit the unit of {@code timeout}
            """)
        .addJavadoc("$L", returned())
        .addJavadoc(
            """
            @throws InterruptedException if the thread is interrupted before there is an outcome
            @throws TimeoutException if there is no outcome in time; the shot is over
            """)
        .addParameter(long.class, "timeout")
        .addParameter(source.use(TimeUnit.class), "unit")
        .addException(source.use(InterruptedException.class))
        .addException(source.use(TimeoutException.class))
        .addCode(taking("beginReceive($L, timeout, unit)"))
        .build();
  }

  private MethodSpec.Builder method(String name, String javadoc, String... arguments) {
    MethodSpec.Builder method =
        publicMethod(name, received)
            .addJavadoc(javadoc, (Object[]) arguments)
            .addJavadoc(message.isChecked() ? MADE_LAST : "")
            .addJavadoc("\n@param id the shot\n")
            .addParameter(idType(), ID);
    if (isCopied) {
      method.addJavadoc("@param copy what to fill\n").addParameter(received, "copy");
    }
    return method;
  }

  private String returned() {
    return isCopied ? "@return the copy, filled\n" : "@return the " + noun() + "\n";
  }

  private String parameterTypes() {
    return isCopied ? "long, Copy" : "long";
  }

  /** Begins by a call that claims the value, and takes it. */
  private CodeBlock taking(String begin) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (isCopied) {
      code.addStatement("$T.requireNonNull(copy, $S)", source.use(Objects.class), "copy");
    }
    CodeBlock begun = CodeBlock.of(begin, ID);
    return code.addStatement(
            isCopied ? "return taken($L, $L, copy)" : "return taken($L, $L)", ID, begun)
        .build();
  }

  /** Reads the value, gives the slot back, and makes the record, in this order. */
  private MethodSpec taken() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("taken")
            .addModifiers(Modifier.PRIVATE)
            .returns(received)
            .addParameter(long.class, ID)
            .addParameter(long.class, "begun");
    String slot = "slotAt(id)";
    if (message.fields().size() > 1) {
      method.addStatement("int slot = $L", slot);
      slot = "slot";
    }
    if (isCopied) {
      method.addParameter(received, "copy");
      for (SlotField field : SlotField.of(message)) {
        method.addStatement("copy.$N = $L", names.copied(field.field()), field.read(slot));
      }
      return method.addStatement("endTake(id, begun)").addStatement("return copy").build();
    }
    SlotLocals locals = new SlotLocals(message);
    return method
        .addCode(locals.read(slot))
        .addStatement("endTake(id, begun)")
        .addStatement("return $L", locals.message(newMessage()))
        .build();
  }
}
