package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Channel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes the methods that wait for the outcome and take it. */
final class BlockingWriter extends ElementWriter {

  private static final String RETURN = "@return the $L$L\n";

  private static final String THROWS_INTERRUPTED =
      """
      @throws InterruptedException if the thread is interrupted before there is an outcome; the
          shot stays open
      """;

  private static final String THROWS_OUTCOME =
      """
      @throws java.util.concurrent.CompletionException if the sender failed the shot; the cause
          is what it gave
      @throws io.multishot.DisconnectedException if the sender closed without sending, or no
          shot is open
      """;

  private final ReceiveForm form;

  BlockingWriter(Channel channel, ReceiveForm form) {
    super(channel);
    this.form = form;
  }

  void addTo(TypeSpec.Builder receiver) {
    receiver.addMethod(receive()).addMethod(receiveUninterruptibly()).addMethod(receiveWithin());
  }

  private MethodSpec receive() {
    return receiveMethod("")
        .addJavadoc("Waits for the outcome, and takes it.\n\n")
        .addJavadoc(RETURN, noun(), form.validity())
        .addJavadoc(THROWS_INTERRUPTED)
        .addJavadoc(THROWS_OUTCOME)
        .addException(InterruptedException.class)
        .addCode(form.take("awaitValue(cell)", "awaitMessage(cell)"))
        .build();
  }

  private MethodSpec receiveUninterruptibly() {
    return receiveMethod("Uninterruptibly")
        .addJavadoc(
            "Waits for the outcome, and takes it. An interrupt stays pending meanwhile.\n\n")
        .addJavadoc(RETURN, noun(), form.validity())
        .addJavadoc(THROWS_OUTCOME)
        .addCode(form.take("awaitValueUninterruptibly(cell)", "awaitMessageUninterruptibly(cell)"))
        .build();
  }

  private MethodSpec receiveWithin() {
    return receiveMethod("")
        .addJavadoc(
            """
            Waits for the outcome, but at most for the given time, and takes it.

            @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for
                ever
            @param unit the unit of {@code timeout}
            """)
        .addJavadoc(RETURN, noun(), form.validity())
        .addJavadoc(THROWS_INTERRUPTED)
        .addJavadoc(
            """
            @throws TimeoutException if there is no outcome within the time; the shot stays open, and
                nothing is lost
            """)
        .addJavadoc(THROWS_OUTCOME)
        .addParameter(long.class, "timeout")
        .addParameter(TimeUnit.class, "unit")
        .addException(InterruptedException.class)
        .addException(TimeoutException.class)
        .addCode(form.take("awaitValue(cell, timeout, unit)", "awaitMessage(cell, timeout, unit)"))
        .build();
  }

  private MethodSpec.Builder receiveMethod(String ending) {
    return publicMethod("receive" + form.suffix() + ending, form.type())
        .addStatement("$T cell = this.cell", names.sender());
  }
}
