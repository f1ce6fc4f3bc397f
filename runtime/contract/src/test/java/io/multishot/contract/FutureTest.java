package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A shot's outcome as a future, and a future's result as the outcome of a shot. */
final class FutureTest extends ChannelTest {

  private final CompletableFuture<@Nullable Object> source = new CompletableFuture<>();

  FutureTest(Subject subject) {
    super(subject);
  }

  @Test
  void send_completesTheFutureWithTheValue() throws Exception {
    for (Object value : subject.values()) {
      MultiShotSender sender = line.sender();
      CompletableFuture<?> future = line.toFuture();
      assertFalse(future.isDone());
      assertTrue(line.send(sender, value));
      assertSameBits(value, line.keep(future.get()));
    }
  }

  @Test
  void toFuture_ofAnOutcomeThatIsThere_isCompletedAtOnce() {
    line.send(line.sender(), line.value());
    assertSameBits(line.value(), line.keep(line.toFuture().getNow(null)));
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  void fail_completesTheFutureExceptionally() {
    Exception failure = new Exception();
    MultiShotSender sender = line.sender();
    CompletableFuture<?> future = line.toFuture();
    sender.fail(failure);
    assertSame(failure, assertThrows(ExecutionException.class, future::get).getCause());
  }

  @Test
  void disconnect_completesTheFutureExceptionally() {
    MultiShotSender sender = line.sender();
    CompletableFuture<?> future = line.toFuture();
    sender.close();
    assertInstanceOf(
        DisconnectedException.class,
        assertThrows(ExecutionException.class, future::get).getCause());
    assertInstanceOf(
        DisconnectedException.class,
        assertThrows(ExecutionException.class, line.toFuture()::get).getCause());
  }

  @Test
  void cancel_beforeTheOutcome_abandonsTheShot() {
    MultiShotSender abandoned = line.sender();
    CompletableFuture<?> future = line.toFuture();
    assertTrue(future.cancel(true));
    assertTrue(future.cancel(true), "cancelled already");
    assertTrue(abandoned.isAbandoned());
    assertFalse(line.send(abandoned, line.value()));
    assertThrows(CancellationException.class, future::join);
    line.send(line.sender(), line.otherValue());
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void complete_beforeTheOutcome_abandonsTheShot() {
    MultiShotSender abandoned = line.sender();
    @SuppressWarnings("unchecked") // of what the channel carries
    CompletableFuture<@Nullable Object> future =
        (CompletableFuture<@Nullable Object>) line.toFuture();
    assertTrue(future.complete(line.value()));
    assertTrue(abandoned.isAbandoned());
    assertSameBits(line.value(), future.join());
    assertFalse(future.complete(line.otherValue()));
    assertFalse(line.send(abandoned, line.otherValue()));
    MultiShotSender sender = line.sender();
    @SuppressWarnings("unchecked")
    CompletableFuture<@Nullable Object> next =
        (CompletableFuture<@Nullable Object>) line.toFuture();
    assertTrue(line.send(sender, line.value()));
    assertFalse(next.complete(line.otherValue()));
  }

  @Test
  void cancel_ofAFutureThatIsDone_changesNoLaterShot() {
    MultiShotSender sender = line.sender();
    CompletableFuture<?> future = line.toFuture();
    line.send(sender, line.value());
    sender = line.sender();
    CompletableFuture<?> next = line.toFuture();
    assertFalse(future.cancel(true));
    assertFalse(future.completeExceptionally(new Exception()));
    assertTrue(line.send(sender, line.otherValue()));
    assertTrue(future.isDone() && !future.isCompletedExceptionally());
    assertSameBits(line.otherValue(), line.keep(next.join()));
  }

  @Test
  void orTimeout_whoseTimeIsUp_abandonsTheShot() {
    MultiShotSender abandoned = line.sender();
    CompletableFuture<?> future = line.toFuture().orTimeout(1, TimeUnit.MILLISECONDS);
    assertInstanceOf(
        TimeoutException.class, assertThrows(CompletionException.class, future::join).getCause());
    assertTrue(abandoned.isAbandoned());
    line.send(line.sender(), line.value());
    assertSameBits(line.value(), line.take());
  }

  @Test
  void withdrawRenewAndClose_cancelTheFuture() {
    MultiShotSender sender = line.sender();
    CompletableFuture<?> future = line.toFuture();
    assertThrows(IllegalStateException.class, () -> line.poll(() -> {}));
    assertThrows(IllegalStateException.class, line::receive);
    assertTrue(line.receiver().withdraw());
    assertTrue(future.isCancelled());
    assertFalse(sender.isAbandoned());
    future = line.toFuture();
    line.renew();
    assertTrue(future.isCancelled());
    future = line.toFuture();
    line.receiver().close();
    assertTrue(future.isCancelled());
  }

  @Test
  void cancel_ofAFutureThatIsDone_leavesTheNextShotsHandler() {
    MultiShotSender sender = line.sender();
    CompletableFuture<?> future = line.toFuture();
    line.send(sender, line.value());
    MultiShotSender next = line.sender();
    Object[] received = new Object[1];
    line.onReceive(value -> received[0] = value);
    assertFalse(future.cancel(true));
    line.send(next, line.otherValue());
    assertSameBits(line.otherValue(), received[0]);
  }

  @Test
  void cancel_racingWithSend_hasOneWinner() throws Exception {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < 5_000; i++) {
        MultiShotSender sender = line.sender();
        CompletableFuture<?> future = line.toFuture();
        Object value = subject.numbered(i);
        CompletableFuture<Boolean> sent =
            CompletableFuture.supplyAsync(() -> line.send(sender, value), worker);
        for (int spins = i % 200; spins > 0; spins--) {
          Thread.onSpinWait();
        }
        boolean cancelled = future.cancel(false);
        boolean wasSent = sent.get(10, TimeUnit.SECONDS);
        assertEquals(!wasSent, sender.isAbandoned());
        assertEquals(Poll.DISCONNECTED, line.poll(), "abandoned, discarded or taken");
        if (!cancelled) {
          assertTrue(wasSent);
          assertSameBits(value, line.keep(future.get(10, TimeUnit.SECONDS)));
        }
      }
    } finally {
      worker.shutdown();
    }
  }

  @Test
  void sendFrom_sendsTheResult() {
    for (Object value : subject.values()) {
      line.sendFrom(line.sender(), CompletableFuture.completedFuture(value));
      assertSameBits(value, line.take());
    }
    line.sendFrom(line.sender(), source);
    assertEquals(Poll.PENDING, line.poll());
    source.complete(line.otherValue());
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void sendFrom_ofAFailedFuture_failsTheShotWithItsCause() {
    Exception failure = new Exception();
    line.sendFrom(line.sender(), source);
    source.completeExceptionally(failure);
    assertSame(failure, line.receiver().failure());
    line.sendFrom(line.sender(), source.thenApply(value -> value));
    assertSame(failure, line.receiver().failure());
  }

  @Test
  void sendFrom_ofACancelledFuture_failsTheShot() {
    line.sendFrom(line.sender(), source);
    source.cancel(true);
    assertInstanceOf(CancellationException.class, line.receiver().failure());
  }

  @Test
  void sendFrom_ofANullThatTheChannelCannotCarry_failsTheShot() {
    line.sendFrom(line.sender(), source);
    source.complete(null);
    if (subject.values().stream().anyMatch(Objects::isNull)) {
      assertEquals(Poll.READY, line.poll());
    } else {
      assertInstanceOf(NullPointerException.class, line.receiver().failure());
    }
  }

  @Test
  void sendFrom_ofAShotAbandonedLater_reachesNoLaterShot() {
    MultiShotSender abandoned = line.sender();
    line.sendFrom(abandoned, source);
    line.renew();
    assertEquals(List.of(), TestThreads.catchingUncaught(() -> source.complete(line.value())));
    assertEquals(Poll.PENDING, line.poll());
  }

  @Test
  void sendFrom_ofAConsumedSender_isRefused() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    assertThrows(IllegalStateException.class, () -> line.sendFrom(sender, source));
    MultiShotSender next = line.sender();
    line.sendFrom(next, source);
    assertThrows(IllegalStateException.class, () -> line.send(next, line.value()));
    assertEquals(List.of(), TestThreads.catchingUncaught(() -> source.complete(line.otherValue())));
    assertSameBits(line.otherValue(), line.take());
  }
}
