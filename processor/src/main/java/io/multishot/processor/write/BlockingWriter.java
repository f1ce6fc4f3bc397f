package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Channel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes the methods that wait for the outcome and take it. */
final class BlockingWriter extends ElementWriter {

  private final ReceiveForm form;

  BlockingWriter(Channel channel, ReceiveForm form) {
    super(channel);
    this.form = form;
  }

  void addTo(TypeSpec.Builder receiver) {
    receiver.addMethod(receive()).addMethod(receiveUninterruptibly()).addMethod(receiveWithin());
  }

  private MethodSpec receive() {
    MethodSpec.Builder method =
        receiveMethod("")
            .addJavadoc("Waits for the outcome and takes it.\n$L\n", form.remark())
            .addException(InterruptedException.class)
            .addCode(form.take("awaitValue(cell)", "awaitMessage(cell)"));
    addReturn(method);
    addInterrupted(method);
    return addOutcome(method).build();
  }

  private MethodSpec receiveUninterruptibly() {
    MethodSpec.Builder method =
        receiveMethod("Uninterruptibly")
            .addJavadoc(
                """
                Waits for the outcome and takes it. An interrupt does not end the wait: it is pending when
                this returns.
                $L
                """,
                form.remark())
            .addCode(
                form.take("awaitValueUninterruptibly(cell)", "awaitMessageUninterruptibly(cell)"));
    addReturn(method);
    return addOutcome(method).build();
  }

  private MethodSpec receiveWithin() {
    MethodSpec.Builder method =
        receiveMethod("")
            .addParameter(long.class, "timeout")
            .addParameter(TimeUnit.class, "unit")
            .addException(InterruptedException.class)
            .addException(TimeoutException.class)
            .addJavadoc(
                """
                Waits for the outcome for at most the given time, and takes it.
                $L
                @param timeout the longest time to wait, in {@code unit}. Zero or less does not wait; more
                    than 292 years is no limit
                @param unit the unit of {@code timeout}
                """,
                form.remark())
            .addCode(
                form.take("awaitValue(cell, timeout, unit)", "awaitMessage(cell, timeout, unit)"));
    addReturn(method);
    addInterrupted(method);
    method.addJavadoc(
        """
        @throws TimeoutException if the time is up and there is no outcome; the shot stays open, and
            a later call can receive it
        """);
    return addOutcome(method).build();
  }

  private MethodSpec.Builder receiveMethod(String ending) {
    return publicMethod("receive" + form.suffix() + ending, form.type())
        .addCode(loadCell(names.payload()));
  }

  private void addReturn(MethodSpec.Builder method) {
    method.addJavadoc("@return the $L$L\n", noun(), form.validity());
  }

  private static void addInterrupted(MethodSpec.Builder method) {
    method.addJavadoc(
        """
        @throws InterruptedException if the thread is interrupted before there is an outcome; the
            shot stays open
        """);
  }

  /** Names the exceptions in full: Eclipse warns of imports that only Javadoc uses. */
  private static MethodSpec.Builder addOutcome(MethodSpec.Builder method) {
    return method.addJavadoc(
        """
        @throws java.util.concurrent.CompletionException if the sender failed the shot; its cause
            is the sender's failure
        @throws io.multishot.DisconnectedException if the sender closed without sending, or no
            shot is open
        """);
  }
}
