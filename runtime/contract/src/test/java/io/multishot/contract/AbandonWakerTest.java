package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a sender wants to have run when it is abandoned is run before anything else of the user's,
 * and never once its {@code send} has returned: or it would interrupt its thread's next work.
 */
final class AbandonWakerTest extends ShapeTest {

  private final List<String> events = Collections.synchronizedList(new ArrayList<>());

  AbandonWakerTest(Subject subject) {
    super(subject);
  }

  /** What abandons a shot with a future. */
  private enum Abandonment {
    RENEW,
    CLOSE,
    CANCEL,
    COMPLETE_EXCEPTIONALLY,
    OR_TIMEOUT;

    void abandon(Line channel, CompletableFuture<?> future) {
      switch (this) {
        case RENEW -> channel.renew();
        case CLOSE -> channel.receiver().close();
        case CANCEL -> future.cancel(true);
        case COMPLETE_EXCEPTIONALLY -> future.completeExceptionally(new Exception());
        case OR_TIMEOUT -> future.orTimeout(1, TimeUnit.MILLISECONDS).isDone();
      }
    }
  }

  @Test
  void waker_ofAShotWithAFuture_isRunBeforeTheFuturesDependents() throws Exception {
    for (Abandonment abandonment : Abandonment.values()) {
      events.clear();
      Line channel = subject.line();
      CountDownLatch over = new CountDownLatch(1);
      channel.sender().onAbandoned(() -> events.add("waker"));
      CompletableFuture<?> future = channel.toFuture();
      future
          .whenComplete(
              (value, failure) -> {
                events.add("dependent");
                over.countDown();
              })
          .isDone();
      abandonment.abandon(channel, future);
      assertTrue(Soon.comes(over), abandonment::name);
      assertEquals(List.of("waker", "dependent"), events, abandonment::name);
    }
  }

  /** What depends on the future holds the receiver's thread, while the worker finishes. */
  @Test
  void waker_whileRenewIsHeld_isNotRunAfterSendHasReturned() {
    MultiShotSender sender = line.sender();
    CompletableFuture<?> future = line.toFuture();
    AtomicBoolean hasReturned = new AtomicBoolean();
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    sender.onAbandoned(() -> events.add(hasReturned.get() ? "late" : "in time"));
    future
        .whenComplete(
            (value, failure) -> {
              isHeld.countDown();
              TestThreads.awaitUninterruptibly(goOn);
            })
        .isDone();
    try (TestThreads threads = new TestThreads();
        Release held = goOn::countDown) {
      threads.start(line::renew);
      TestThreads.awaitUninterruptibly(isHeld);
      assertFalse(line.send(sender, line.value()));
      hasReturned.set(true);
      held.goOn();
    }
    assertEquals(List.of("in time"), events);
  }

  /** Registered while the receiver is held in the midst of abandoning: told at once, here. */
  @Test
  void onAbandoned_whileRenewIsHeld_runsTheWakerOnTheCallingThread() {
    MultiShotSender sender = line.sender();
    CompletableFuture<?> future = line.toFuture();
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicReference<@Nullable Thread> teller = new AtomicReference<>();
    future
        .whenComplete(
            (value, failure) -> {
              isHeld.countDown();
              TestThreads.awaitUninterruptibly(goOn);
            })
        .isDone();
    try (TestThreads threads = new TestThreads();
        Release held = goOn::countDown) {
      threads.start(line::renew);
      TestThreads.awaitUninterruptibly(isHeld);
      sender.onAbandoned(
          () -> {
            events.add("told");
            teller.set(Thread.currentThread());
          });
      assertEquals(List.of("told"), events);
      assertFalse(line.send(sender, line.value()));
      held.goOn();
    }
    assertEquals(List.of("told"), events);
    assertEquals(Thread.currentThread(), teller.get());
  }

  /** The waker has begun: who sends, fails or closes waits until it is over. */
  @Test
  void send_whileItsWakerRuns_returnsAfterTheWaker() {
    for (Outcome outcome : Outcome.values()) {
      events.clear();
      Line channel = subject.line();
      MultiShotSender sender = channel.sender();
      CountDownLatch isHeld = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      sender.onAbandoned(
          () -> {
            isHeld.countDown();
            TestThreads.awaitUninterruptibly(goOn);
            events.add("waker is over");
          });
      try (TestThreads threads = new TestThreads();
          Release held = goOn::countDown) {
        threads.start(channel::renew);
        TestThreads.awaitUninterruptibly(isHeld);
        Thread worker =
            threads.start(
                () -> {
                  boolean isSent = outcome.end(channel, sender, channel.value());
                  events.add("sent");
                  assertEquals(outcome == Outcome.DISCONNECT, isSent);
                });
        awaitStayingInside(worker);
        held.goOn();
      }
      assertEquals(List.of("waker is over", "sent"), events, outcome::name);
    }
  }

  /** Waits until a thread is over, or is seen to stay in a sender of ours. */
  private static void awaitStayingInside(Thread thread) {
    int[] seen = new int[1];
    TestThreads.await(
        () -> {
          LockSupport.parkNanos(1_000_000);
          for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().contains("Channel$Sender")
                || frame.getClassName().startsWith("io.multishot.MultiShotSender")) {
              seen[0]++;
              break;
            }
          }
          return seen[0] > 20 || thread.getState() == Thread.State.TERMINATED;
        });
  }

  @Test
  void send_insideItsOwnWaker_returnsFalse() throws Exception {
    for (Outcome outcome : Outcome.values()) {
      Line channel = subject.line();
      MultiShotSender sender = channel.sender();
      CountDownLatch over = new CountDownLatch(1);
      sender.onAbandoned(
          () -> {
            assertTrue(sender.isAbandoned());
            boolean isSent = outcome.end(channel, sender, channel.value());
            events.add(outcome + " " + isSent);
          });
      Thread renewing =
          new Thread(
              () -> {
                channel.renew();
                over.countDown();
              });
      renewing.setDaemon(true); // should it hang
      renewing.start();
      assertTrue(Soon.comes(over), outcome::name);
    }
    assertEquals(List.of("VALUE false", "FAILURE false", "DISCONNECT true"), events);
  }

  @Test
  void send_whoseWakerThrowsMeanwhile_returnsFalse() {
    MultiShotSender sender = line.sender();
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    IllegalStateException thrown = new IllegalStateException("made up");
    sender.onAbandoned(
        () -> {
          isHeld.countDown();
          TestThreads.awaitUninterruptibly(goOn);
          throw thrown;
        });
    try (TestThreads threads = new TestThreads();
        Release held = goOn::countDown) {
      threads.start(() -> assertEquals(List.of(thrown), TestThreads.catchingUncaught(line::renew)));
      TestThreads.awaitUninterruptibly(isHeld);
      Thread worker = threads.start(() -> assertFalse(line.send(sender, line.value())));
      awaitStayingInside(worker);
      held.goOn();
    }
  }
}
