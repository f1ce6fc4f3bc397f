package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import io.multishot.contract.Declarations.Hooked;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A future that is completed by its user while the sender's thread, which has sent, is about to
 * complete it: the record's constructor holds it there.
 */
final class FutureBetweenTest {

  private static final Hooked REPLACEMENT = new Hooked(7, () -> {});

  private final HookedChannel.Receiver receiver = HookedChannel.open();
  private final CountDownLatch hasCome = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @SuppressWarnings("unchecked") // only records of this kind are put in
  private CompletableFuture<@Nullable Object> future() {
    return (CompletableFuture<@Nullable Object>) (CompletableFuture<?>) receiver.toFuture();
  }

  @ParameterizedTest
  @EnumSource
  void completion_betweenSendAndDelivery_isDoneAtOnceAndDiscardsTheValue(Completer completer)
      throws Exception {
    HookedChannel.Sender sender = receiver.sender();
    CompletableFuture<@Nullable Object> future = future();
    try (TestThreads threads = new TestThreads();
        Release held = goOn::countDown) {
      threads.start(() -> assertTrue(sender.send(1, Hook.holding(hasCome, goOn))));
      TestThreads.awaitUninterruptibly(hasCome);
      completer.complete(future, REPLACEMENT);
      assertTrue(Soon.isDone(future));
      assertSameBits(completer.result(REPLACEMENT), Completer.resultOf(future));
      held.goOn();
    }
    assertSameBits(completer.result(REPLACEMENT), Completer.resultOf(future));
    assertEquals(Poll.DISCONNECTED, receiver.poll());
    assertGoesOn();
  }

  /** The owner has its receiver back as soon as the future is done. */
  @ParameterizedTest
  @EnumSource
  void sender_afterCompletionBetweenSendAndDelivery_armsTheNextShot(Completer completer)
      throws Exception {
    HookedChannel.Sender sender = receiver.sender();
    CompletableFuture<@Nullable Object> future = future();
    try (TestThreads threads = new TestThreads();
        Release held = goOn::countDown) {
      threads.start(() -> assertTrue(sender.send(1, Hook.holding(hasCome, goOn))));
      TestThreads.awaitUninterruptibly(hasCome);
      completer.complete(future, REPLACEMENT);
      assertTrue(Soon.isDone(future));
      HookedChannel.Sender next = receiver.sender();
      assertEquals(Poll.PENDING, receiver.poll());
      assertTrue(next.send(2, () -> {}));
      assertEquals(2, receiver.take().id());
      next = receiver.sender();
      held.goOn();
      assertTrue(next.send(3, () -> {}));
    }
    assertEquals(3, receiver.take().id());
    assertGoesOn();
  }

  /** Of two who complete it, and the sender, one wins, and nobody hangs. */
  @ParameterizedTest
  @EnumSource
  void send_whoseFutureIsCompletedMeanwhile_returnsTrueAndIsNotAbandoned(Completer completer)
      throws Exception {
    HookedChannel.Sender sender = receiver.sender();
    CompletableFuture<@Nullable Object> future = future();
    boolean[] told = new boolean[1];
    try (TestThreads threads = new TestThreads();
        Release held = goOn::countDown) {
      sender.onAbandoned(() -> told[0] = true);
      threads.start(() -> assertTrue(sender.send(1, Hook.holding(hasCome, goOn))));
      TestThreads.awaitUninterruptibly(hasCome);
      completer.complete(future, REPLACEMENT);
      assertTrue(Soon.isDone(future));
      held.goOn();
    }
    assertEquals(List.of(false), List.of(told[0]), "sent, and so not abandoned");
    assertGoesOn();
  }

  private void assertGoesOn() {
    HookedChannel.Sender sender = receiver.sender();
    CompletableFuture<Hooked> next = receiver.toFuture();
    assertTrue(sender.send(4, () -> {}));
    assertTrue(next.isDone());
    assertEquals(4, next.join().id());
  }
}
