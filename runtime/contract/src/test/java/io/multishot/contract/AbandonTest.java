package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.MultiShots;
import io.multishot.Waker;
import io.multishot.fixtures.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A sender is told, once, that its receiver wants no outcome any more. */
final class AbandonTest extends ChannelTest {

  private final List<String> told = new ArrayList<>();
  private final Waker first = () -> told.add("first");
  private final Waker second = () -> told.add("second");

  AbandonTest(Subject subject) {
    super(subject);
  }

  @Test
  void renew_notifiesTheSenderOnce() {
    MultiShotSender sender = line.sender();
    sender.onAbandoned(first);
    assertEquals(List.of(), told);
    line.renew();
    assertEquals(List.of("first"), told);
    assertTrue(sender.isAbandoned());
    assertFalse(line.send(sender, line.value()));
    sender.close();
    line.renew();
    line.receiver().close();
    assertEquals(List.of("first"), told);
  }

  @Test
  void close_ofTheReceiver_notifiesTheSenderOnce() {
    line.sender().onAbandoned(first);
    line.receiver().close();
    line.receiver().close();
    assertEquals(List.of("first"), told);
  }

  /** Any thread may ask at any time: also one that has not heard that the shot is over. */
  @Test
  void isAbandoned_afterTheReceiverHasClosed_changesNoLaterRegistration() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    line.receiver().close();
    assertEquals(!MultiShots.isChecked(), sender.isAbandoned()); // there, of its own shot only
    line.onReceive(
        new Handler() {
          @Override
          public void received(@Nullable Object value) {
            told.add("a value");
          }

          @Override
          public void failed(Throwable failure) {
            told.add(failure.getClass().getSimpleName());
          }
        });
    CompletableFuture<?> future = line.toFuture();
    Throwable thrown = assertThrows(CompletionException.class, future::join);
    assertInstanceOf(DisconnectedException.class, thrown.getCause());
    assertEquals(List.of("DisconnectedException"), told);
  }

  @Test
  void cancel_ofTheFuture_notifiesTheSender() {
    line.sender().onAbandoned(first);
    line.toFuture().cancel(true);
    assertEquals(List.of("first"), told);
  }

  @Test
  void onAbandoned_ofAShotAbandonedAlready_runsTheWakerAtOnce() {
    MultiShotSender sender = line.sender();
    line.renew();
    sender.onAbandoned(first);
    assertEquals(List.of("first"), told);
  }

  @Test
  void onAbandoned_withASecondWaker_replacesTheFirst() {
    MultiShotSender sender = line.sender();
    sender.onAbandoned(first);
    sender.onAbandoned(second);
    line.renew();
    assertEquals(List.of("second"), told);
  }

  @Test
  void receive_thatTimesOut_doesNotNotifyTheSender() {
    line.sender().onAbandoned(first);
    assertThrows(TimeoutException.class, () -> line.receive(1, TimeUnit.MICROSECONDS));
    assertEquals(List.of(), told);
  }

  @Test
  void abandonWaker_ofAShotThatWasSent_isNotRun() {
    MultiShotSender sender = line.sender();
    sender.onAbandoned(first);
    line.send(sender, line.value());
    line.renew();
    line.receiver().close();
    assertEquals(List.of(), told);
  }

  @Test
  @SuppressWarnings("multishot")
  void abandonWaker_ofAShotThatFailedOrClosed_isNotRun() {
    MultiShotSender sender = line.sender();
    sender.onAbandoned(first);
    sender.fail(new Exception());
    sender = line.sender();
    sender.onAbandoned(second);
    sender.close();
    line.sender();
    line.renew();
    assertEquals(List.of(), told);
  }

  @Test
  @SuppressWarnings("multishot")
  void onAbandoned_ofAConsumedSender_isRefused() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    assertThrows(IllegalStateException.class, () -> sender.onAbandoned(first));
    MultiShotSender abandoned = line.sender();
    line.renew();
    abandoned.close();
    assertThrows(IllegalStateException.class, () -> abandoned.onAbandoned(first));
    assertEquals(List.of(), told);
  }

  @Test
  void abandonWaker_thatThrows_isReportedAndChangesNothingElse() {
    RuntimeException thrown = new RuntimeException();
    line.sender()
        .onAbandoned(
            () -> {
              throw thrown;
            });
    assertEquals(List.of(thrown), TestThreads.catchingUncaught(line::renew));
    assertTrue(line.send(line.renew(), line.value()));
  }

  @Test
  void onAbandoned_racingWithRenewAndSend_runsTheWakerAtMostOnce() throws Exception {
    AtomicInteger tellings = new AtomicInteger();
    Waker waker = tellings::getAndIncrement;
    CyclicBarrier start = new CyclicBarrier(2);
    for (int i = 0; i < 300; i++) {
      tellings.set(0);
      MultiShotSender sender = line.renew();
      boolean sends = i % 2 == 0;
      int head = i % 64;
      boolean[] arrived = new boolean[1];
      boolean[] registered = new boolean[1];
      try (TestThreads threads = new TestThreads()) {
        threads.start(
            () -> {
              start.await();
              sender.onAbandoned(waker);
              registered[0] = true;
              if (sends) {
                arrived[0] = line.send(sender, line.value());
              }
            });
        threads.start(
            () -> {
              start.await();
              for (int spins = head; spins > 0; spins--) {
                Thread.onSpinWait();
              }
              line.renew();
            });
      }
      assertTrue(registered[0]);
      boolean isTold = tellings.get() == 1;
      assertTrue(isTold || tellings.get() == 0);
      if (!sends) {
        assertTrue(isTold, "abandoned with its waker registered, before or after");
      } else if (arrived[0]) {
        assertFalse(isTold, "the outcome came first");
      }
    }
  }
}
