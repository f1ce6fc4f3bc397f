package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A future completes on the timer's thread, whatever is thrown there meanwhile. */
final class FutureTimeOutTest {

  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();
  private final LongChannel.Receiver receiver = LongChannel.open();
  private final LongChannel.Sender abandoned = receiver.sender();

  @BeforeEach
  void throwFromTheUncaughtExceptionHandler() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, uncaught) -> {
          throw new IllegalArgumentException("a handler that throws", uncaught);
        });
    abandoned.onAbandoned(
        () -> {
          throw new IllegalStateException("made up");
        });
  }

  @AfterEach
  void restoreTheUncaughtExceptionHandler() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  @Test
  void orTimeout_whateverTheAbandonedSendersWakerThrows_completes() throws Exception {
    CompletableFuture<Long> future = receiver.toFuture().orTimeout(1, TimeUnit.MILLISECONDS);
    assertTrue(Soon.isDone(future));
    assertTrue(future.isCompletedExceptionally());
    assertTheReceiverGoesOn();
  }

  @Test
  void completeOnTimeout_whateverTheAbandonedSendersWakerThrows_completes() throws Exception {
    CompletableFuture<Long> future =
        receiver.toFuture().completeOnTimeout(7L, 1, TimeUnit.MILLISECONDS);
    assertTrue(Soon.isDone(future));
    assertEquals(7L, future.join());
    assertTheReceiverGoesOn();
  }

  private void assertTheReceiverGoesOn() {
    assertTrue(abandoned.isAbandoned());
    LongChannel.Sender sender = receiver.sender();
    CompletableFuture<Long> next = receiver.toFuture();
    assertTrue(sender.send(9));
    assertEquals(9L, next.getNow(null));
  }
}
