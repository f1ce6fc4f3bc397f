package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Message;
import io.multishot.processor.model.RuntimeNames;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes the methods that wait for the outcome and take it. */
final class BlockingWriter extends ElementWriter {

  private final ReceiveForm form;

  BlockingWriter(Source source, ReceiveForm form) {
    super(source);
    this.form = form;
  }

  void addTo(TypeSpec.Builder receiver) {
    receiver.addMethod(receive()).addMethod(receiveUninterruptibly()).addMethod(receiveWithin());
  }

  private MethodSpec receive() {
    return receiveMethod("")
        .addJavadoc(
            """
            Waits for the outcome and takes it. What else this throws, {@link $T} tells.

            $L
            @throws InterruptedException if the thread is interrupted before there is an outcome
            """,
            source.use(message.is(Message.Form.CALL) ? RuntimeNames.CALLER : RuntimeNames.RECEIVER),
            returned())
        .addException(source.use(InterruptedException.class))
        .addCode(form.take("awaitValue(cell)", "awaitMessage(cell)"))
        .build();
  }

  private MethodSpec receiveUninterruptibly() {
    return receiveMethod("Uninterruptibly")
        .addJavadoc(
            """
            As {@link #receive$L()}, but an interrupt does not end the wait: it stays pending.

            $L
            """,
            form.suffix(),
            returned())
        .addCode(form.take("awaitValueUninterruptibly(cell)", "awaitMessageUninterruptibly(cell)"))
        .build();
  }

  private MethodSpec receiveWithin() {
    return receiveMethod("")
        .addParameter(long.class, "timeout")
        .addParameter(source.use(TimeUnit.class), "unit")
        .addException(source.use(InterruptedException.class))
        .addException(source.use(TimeoutException.class))
        .addJavadoc(
            """
            As {@link #receive$L()}, but waits for at most the given time.

            @param timeout the most to wait, in {@code unit}; zero or less does not wait, more than 292
                years is no limit
            @param unit the unit of {@code timeout}
            $L
            @throws InterruptedException if the thread is interrupted before there is an outcome
            @throws TimeoutException if there is no outcome in time; a later call can receive it
            """,
            form.suffix(),
            returned())
        .addCode(form.take("awaitValue(cell, timeout, unit)", "awaitMessage(cell, timeout, unit)"))
        .build();
  }

  private MethodSpec.Builder receiveMethod(String ending) {
    return publicMethod("receive" + form.suffix() + ending, form.type())
        .addCode(loadCell(names.payload()))
        .addCode(form.check());
  }

  private String returned() {
    return form.isVoid() ? "" : "@return the " + noun() + form.validity();
  }
}
