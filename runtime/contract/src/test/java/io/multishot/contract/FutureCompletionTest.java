package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A receiver's future is a {@link CompletableFuture}, whoever completes it, and however. */
final class FutureCompletionTest extends ChannelTest {

  FutureCompletionTest(Subject subject) {
    super(subject);
  }

  @SuppressWarnings("unchecked") // of what the channel carries
  private static CompletableFuture<@Nullable Object> futureOf(Line channel) {
    return (CompletableFuture<@Nullable Object>) channel.toFuture();
  }

  @Test
  void completion_beforeTheOutcome_abandonsTheShot() throws Exception {
    for (Completer completer : Completer.values()) {
      Line channel = subject.line();
      AtomicInteger told = new AtomicInteger();
      MultiShotSender abandoned = channel.sender();
      abandoned.onAbandoned(told::incrementAndGet);
      CompletableFuture<@Nullable Object> future = futureOf(channel);
      completer.complete(future, channel.value());
      assertTrue(Soon.isDone(future), completer::name);
      assertSameBits(completer.result(channel.value()), Completer.resultOf(channel, future));
      assertTrue(abandoned.isAbandoned(), completer::name);
      assertEquals(1, told.get(), completer::name);
      assertFalse(channel.send(abandoned, channel.otherValue()), completer::name);
      assertSameBits(completer.result(channel.value()), Completer.resultOf(channel, future));
      assertEquals(Poll.DISCONNECTED, channel.poll(), completer::name);
      assertNextShotIsReceived(channel, future, completer.name());
    }
  }

  /** The late sender's outcome goes nowhere, whatever it is, and the next shot is there. */
  @Test
  void completion_beforeTheOutcome_keepsTheLateOutcomeFromTheNextShot() throws Exception {
    for (Completer completer : Completer.values()) {
      for (Outcome late : Outcome.values()) {
        Line channel = subject.line();
        MultiShotSender abandoned = channel.sender();
        CompletableFuture<@Nullable Object> future = futureOf(channel);
        completer.complete(future, channel.value());
        assertTrue(Soon.isDone(future), completer::name);
        MultiShotSender sender = channel.sender();
        CompletableFuture<?> next = channel.toFuture();
        late.end(channel, abandoned, channel.value());
        assertFalse(next.isDone(), () -> completer + ", " + late);
        assertTrue(channel.send(sender, channel.otherValue()), completer::name);
        assertSameBits(channel.otherValue(), Completer.resultOf(channel, next));
      }
    }
  }

  @Test
  void completion_afterTheOutcome_changesNoLaterShot() throws Exception {
    for (Completer completer : Completer.values()) {
      Line channel = subject.line();
      MultiShotSender sender = channel.sender();
      CompletableFuture<@Nullable Object> future = futureOf(channel);
      channel.send(sender, channel.value());
      assertTrue(future.isDone());
      MultiShotSender next = channel.sender();
      CompletableFuture<?> nextFuture = channel.toFuture();
      completeTooLate(completer, future, channel.otherValue());
      Object expected =
          completer.isObtruding() ? completer.result(channel.otherValue()) : channel.value();
      if (!subject.carriesReference() && subject.name().contains("view")) {
        assertTrue(future.isDone()); // its message was outdated by arming
      } else {
        assertSameBits(expected, Completer.resultOf(future));
      }
      assertFalse(next.isAbandoned(), completer::name);
      assertTrue(channel.send(next, channel.otherValue()), completer::name);
      assertSameBits(channel.otherValue(), Completer.resultOf(channel, nextFuture));
    }
  }

  /** Completes a future that is done. */
  private static void completeTooLate(
      Completer completer, CompletableFuture<@Nullable Object> future, @Nullable Object value) {
    switch (completer) {
      case CANCEL -> assertFalse(future.cancel(true));
      case CANCEL_WITHOUT_AN_INTERRUPT -> assertFalse(future.cancel(false));
      case COMPLETE -> assertFalse(future.complete(value));
      case COMPLETE_EXCEPTIONALLY -> assertFalse(future.completeExceptionally(new Exception()));
      default -> completer.complete(future, value);
    }
  }

  @Test
  void completion_ofAWithdrawnFuture_changesNothing() throws Exception {
    for (Completer completer : Completer.values()) {
      Line channel = subject.line();
      MultiShotSender sender = channel.sender();
      CompletableFuture<@Nullable Object> future = futureOf(channel);
      assertTrue(channel.receiver().withdraw());
      assertTrue(future.isCancelled());
      OutcomeRecorder handler = new OutcomeRecorder();
      channel.onReceive(handler);
      if (completer.isObtruding()) {
        completer.complete(future, channel.value());
      } else if (!completer.name().startsWith("CANCEL")) {
        completeTooLate(completer, future, channel.value());
      } else {
        assertTrue(future.cancel(true), "it is cancelled");
      }
      assertFalse(sender.isAbandoned(), completer::name);
      assertTrue(channel.send(sender, channel.otherValue()), completer::name);
      handler.assertOnly(channel.otherValue(), completer.name());
    }
  }

  @Test
  void completeAsync_byAnExecutorThatIsLate_abandonsNothing() {
    TaskQueue loop = new TaskQueue();
    MultiShotSender sender = line.sender();
    CompletableFuture<@Nullable Object> future = futureOf(line);
    assertSame(future, future.completeAsync(line::value, loop));
    assertFalse(future.isDone());
    assertFalse(sender.isAbandoned());
    assertTrue(line.send(sender, line.otherValue()));
    assertSameBits(line.otherValue(), Completer.resultOf(line, future));
    MultiShotSender next = line.sender();
    OutcomeRecorder handler = new OutcomeRecorder();
    line.onReceive(handler);
    loop.runAll();
    assertFalse(next.isAbandoned());
    assertTrue(line.send(next, line.value()));
    handler.assertOnly(line.value(), "of the next shot");
  }

  @Test
  void derivedFutures_completedByTheUser_abandonNothing() throws Exception {
    List<UnaryOperator<CompletableFuture<@Nullable Object>>> derivations =
        List.of(
            CompletableFuture::copy,
            future -> future.minimalCompletionStage().toCompletableFuture(),
            future -> future.thenApply(value -> value),
            future -> future.whenComplete((value, failure) -> {}),
            future -> future.handle((value, failure) -> value),
            future -> future.thenCompose(CompletableFuture::completedFuture),
            future -> future.applyToEither(new CompletableFuture<>(), value -> value),
            CompletableFuture::newIncompleteFuture);
    for (int i = 0; i < derivations.size(); i++) {
      for (Completer completer : Completer.values()) {
        String what = i + ", " + completer;
        Line channel = subject.line();
        MultiShotSender sender = channel.sender();
        CompletableFuture<@Nullable Object> future = futureOf(channel);
        CompletableFuture<@Nullable Object> derived = derivations.get(i).apply(future);
        assertNotSame(future, derived);
        assertNotSame(future.getClass(), derived.getClass(), what);
        completer.complete(derived, channel.value());
        assertTrue(Soon.isDone(derived), what);
        assertFalse(future.isDone(), what);
        assertFalse(sender.isAbandoned(), what);
        assertTrue(channel.send(sender, channel.otherValue()), what);
        assertSameBits(channel.otherValue(), Completer.resultOf(channel, future));
      }
    }
  }

  @Test
  void derivedFutures_areCompletedByTheOutcome() {
    MultiShotSender sender = line.sender();
    CompletableFuture<@Nullable Object> future = futureOf(line);
    CompletableFuture<@Nullable Object> copy = future.copy();
    CompletableFuture<@Nullable Object> stage =
        future.minimalCompletionStage().toCompletableFuture();
    CompletableFuture<@Nullable Object> unrelated = future.newIncompleteFuture();
    assertSame(future, future.toCompletableFuture());
    assertTrue(line.send(sender, line.value()));
    assertSameBits(line.value(), Completer.resultOf(line, copy));
    assertSameBits(line.value(), Completer.resultOf(line, stage));
    assertFalse(unrelated.isDone());
  }

  @Test
  void timeOut_thatIsNotReached_leavesTheFutureToTheOutcome() throws Exception {
    MultiShotSender sender = line.sender();
    CompletableFuture<@Nullable Object> future =
        futureOf(line).orTimeout(1, TimeUnit.DAYS).completeOnTimeout(null, 1, TimeUnit.DAYS);
    assertFalse(future.isDone());
    assertTrue(line.send(sender, line.value()));
    assertSameBits(line.value(), Completer.resultOf(line, future));
  }

  private void assertNextShotIsReceived(Line channel, CompletableFuture<?> done, String what)
      throws Exception {
    MultiShotSender sender = channel.sender();
    CompletableFuture<?> next = channel.toFuture();
    assertFalse(done.cancel(true) && !done.isCancelled(), what);
    assertFalse(sender.isAbandoned(), what);
    assertTrue(channel.send(sender, channel.otherValue()), what);
    assertTrue(Soon.isDone(next), what);
    assertSameBits(channel.otherValue(), Completer.resultOf(channel, next));
    assertTrue(channel.send(channel.sender(), channel.value()), what);
    assertSameBits(channel.value(), channel.take());
  }
}
