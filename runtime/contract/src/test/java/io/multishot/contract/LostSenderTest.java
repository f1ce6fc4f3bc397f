package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertMentions;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.LostSenderException;
import io.multishot.Misuse;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In checked mode a shot fails whose sender is garbage. */
@Tag("checked")
final class LostSenderTest {

  private final LongChannel.Receiver receiver = LongChannel.open();

  /** Of any other channel: to arm it is what notices. */
  private final IntChannel.Receiver other = IntChannel.open();

  @Test
  void lostSender_failsItsShotWhenAnyChannelIsArmed() {
    try (MisuseRecorder recorder = new MisuseRecorder(receiver)) {
      loseOne();
      awaitNotice();
      assertEquals(Poll.FAILED, receiver.poll());
      LostSenderException lost = assertInstanceOf(LostSenderException.class, receiver.failure());
      assertMentions("in production this receiver would wait for ever", lost);
      assertMentions("shot 1 of " + LongChannel.class.getName(), lost);
      Throwable armed = requireNonNull(lost.getCause());
      assertMentions("armed here", armed);
      assertSame(
          lost, assertThrows(CompletionException.class, () -> receiver.receive()).getCause());
      assertEquals(List.of(Misuse.Kind.LOST_SENDER), recorder.kinds());
      assertSame(Thread.currentThread(), recorder.found().get(0).thread());
    }
  }

  @Test
  void lostSender_failsItsShotWhenItIsArmedAgain() {
    loseOne();
    TestThreads.await(
        () -> {
          System.gc();
          return receiver.trySender() != null;
        });
  }

  @Test
  void lostSender_runsWhoeverWaits() {
    List<Throwable> told = new ArrayList<>();
    loseOne();
    receiver.onReceive(
        new LongChannel.Handler() {
          @Override
          public void received(long value) {
            throw new AssertionError(value);
          }

          @Override
          public void failed(Throwable failure) {
            told.add(failure);
          }
        });
    awaitNotice();
    assertEquals(1, told.size());
    assertInstanceOf(LostSenderException.class, told.get(0));
  }

  /** Each arms again, which looks for more: not one inside the other, however many there are. */
  @Test
  void lostSenders_runWhoeverWaitsOneAfterAnother() {
    int[] depth = new int[2];
    List<LongChannel.Receiver> receivers = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      LongChannel.Receiver losing = LongChannel.open();
      losing.sender().onAbandoned(() -> {});
      losing.onReceive(
          new LongChannel.Handler() {
            @Override
            public void received(long value) {
              throw new AssertionError(value);
            }

            @Override
            public void failed(Throwable failure) {
              depth[0]++;
              depth[1] = Math.max(depth[1], depth[0]);
              assertTrue(losing.sender().send(1));
              depth[0]--;
            }
          });
      receivers.add(losing);
    }
    TestThreads.await(
        () -> {
          System.gc();
          other.sender().close();
          return receivers.stream().allMatch(each -> each.poll() == Poll.READY);
        });
    assertEquals(1, depth[1]);
  }

  @Test
  void lostSender_completesAFuture() {
    loseOne();
    CompletableFuture<Long> future = receiver.toFuture();
    awaitNotice();
    assertInstanceOf(
        LostSenderException.class,
        assertThrows(CompletionException.class, future::join).getCause());
  }

  /** Nobody arms anything, and nobody makes garbage: who is blocked sees to it. */
  @Test
  void lostSender_whereAllAreBlocked_endsTheWait() throws Exception {
    loseOne();
    assertInstanceOf(
        LostSenderException.class,
        assertThrows(CompletionException.class, receiver::receive).getCause());
  }

  @Test
  void lostSender_whereAGroupIsBlocked_endsTheWait() throws Exception {
    loseOne();
    other.sender().onAbandoned(() -> {});
    assertEquals(0, ReceiverGroup.of(receiver, other).awaitAny());
    assertEquals(Poll.FAILED, receiver.poll());
  }

  @Test
  void lostSender_whereABusyReceiverSpins_endsTheWait() {
    BusyLongChannel.Receiver busy = BusyLongChannel.open();
    busy.sender().onAbandoned(() -> {});
    try (TestThreads threads = new TestThreads()) {
      Thread waiting =
          threads.start(
              () -> assertThrows(CompletionException.class, busy::receiveUninterruptibly));
      TestThreads.await(
          () -> {
            System.gc();
            return !waiting.isAlive();
          });
    }
  }

  @Test
  void usedSender_isNotLost() {
    try (MisuseRecorder recorder = new MisuseRecorder(receiver)) {
      WeakReference<MultiShotSender> sent = new WeakReference<>(sentOne());
      assertTrue(Collected.isSoon(sent));
      lookForLost();
      assertEquals(7, receiver.take());
      CompletableFuture<Long> source = new CompletableFuture<>();
      WeakReference<MultiShotSender> left = new WeakReference<>(leaveOne(source));
      assertTrue(Collected.isSoon(left));
      lookForLost();
      assertEquals(Poll.PENDING, receiver.poll());
      source.complete(8L);
      assertEquals(8, receiver.take());
      loseOne();
      receiver.renew().close(); // abandoned: nobody waits for it
      lookForLost();
      assertEquals(Poll.DISCONNECTED, receiver.poll());
      assertEquals(List.of(), recorder.found());
    }
  }

  /** A sender whose {@code Shot} is still to end it is not garbage. */
  @Test
  void sender_ofAShotInUse_isNotLost() {
    try (LongChannel.Shot shot = receiver.sender().shot()) {
      lookForLost();
      assertEquals(Poll.PENDING, receiver.poll());
      assertTrue(shot.send(1));
    }
  }

  @Test
  void await_withATimeOut_stillTimesOut() throws Exception {
    LongChannel.Sender kept = receiver.sender();
    long start = System.nanoTime();
    assertEquals(Poll.PENDING, receiver.await(250, TimeUnit.MILLISECONDS));
    assertTrue(System.nanoTime() - start >= TimeUnit.MILLISECONDS.toNanos(250));
    assertTrue(kept.send(1));
  }

  private void loseOne() {
    receiver.sender().onAbandoned(() -> {});
  }

  private MultiShotSender sentOne() {
    LongChannel.Sender sender = receiver.sender();
    assertTrue(sender.send(7));
    return sender;
  }

  private MultiShotSender leaveOne(CompletableFuture<Long> source) {
    LongChannel.Sender sender = receiver.sender();
    sender.sendFrom(source);
    return sender;
  }

  /** Collects, and arms, until the shot has failed. */
  private void awaitNotice() {
    TestThreads.await(
        () -> {
          System.gc();
          other.sender().close();
          return receiver.poll() != Poll.PENDING || isHandled();
        });
  }

  private boolean isHandled() {
    return receiver.toString().contains("idle");
  }

  /** Time enough for a sender to be noticed that is lost. */
  private void lookForLost() {
    IntChannel.Receiver probe = IntChannel.open();
    @Nullable Throwable[] noticed = new Throwable[1];
    probe.sender().onAbandoned(() -> {});
    TestThreads.await(
        () -> {
          System.gc();
          other.sender().close();
          noticed[0] = probe.failure();
          return noticed[0] != null;
        });
  }
}
