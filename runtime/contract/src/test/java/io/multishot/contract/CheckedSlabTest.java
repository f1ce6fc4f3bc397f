package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertMentions;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Misuse;
import io.multishot.MultiShots;
import io.multishot.OpenChannel;
import io.multishot.Poll;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** In checked mode the owner of an id is told how its shot has ended, and where. */
@Tag("checked")
@SuppressWarnings("multishot") // what it tests
final class CheckedSlabTest {

  private final LongSlab slab = LongSlab.open(2, 1);

  private static final LongSlab.Handler NOTHING =
      new LongSlab.Handler() {
        @Override
        public void received(long id, long value) {}

        @Override
        public void failed(long id, Throwable failure) {}
      };

  /** All operations that are the owner's, and throw where there is no such shot. */
  private List<Executable> ownersOperations(long id) {
    return List.of(
        () -> slab.take(id),
        () -> slab.receive(id),
        () -> slab.receiveUninterruptibly(id),
        () -> slab.receive(id, 1, TimeUnit.NANOSECONDS),
        () -> slab.onReceive(id, NOTHING),
        () -> slab.onReceive(id, NOTHING, Runnable::run),
        () -> slab.toFuture(id));
  }

  /** Checks that each is told of it, and reported, and returns what was thrown last. */
  private IllegalStateException assertTold(long id, String how) throws Exception {
    List<IllegalStateException> told = new ArrayList<>();
    try (MisuseRecorder recorder = new MisuseRecorder(slab)) {
      for (Executable operation : ownersOperations(id)) {
        told.add(assertThrows(IllegalStateException.class, operation));
      }
      assertEquals(Poll.UNKNOWN, slab.await(id));
      assertEquals(Poll.UNKNOWN, slab.await(id, 1, TimeUnit.NANOSECONDS));
      assertEquals(Collections.nCopies(9, Misuse.Kind.SECOND_USE), recorder.kinds());
      assertSame(Thread.currentThread(), recorder.found().get(0).thread());
    }
    told.forEach(each -> assertMentions(how, each));
    told.forEach(each -> assertMentions("id " + id + " of " + LongSlab.class.getName(), each));
    return told.get(told.size() - 1);
  }

  @Test
  void ownersOperation_afterTheValueWasTaken_isToldWhere() throws Exception {
    long id = slab.acquire();
    slab.send(id, 5);
    assertEquals(5, slab.take(id));
    IllegalStateException told = assertTold(id, "was taken");
    Throwable ended = requireNonNull(told.getCause());
    assertMentions("ended here", ended);
    Throwable acquired = requireNonNull(ended.getCause());
    assertMentions("acquired here", acquired);
    assertNull(acquired.getCause());
    for (Throwable place : List.of(ended, acquired)) {
      assertFalse(place.getStackTrace()[0].getClassName().matches("io\\.multishot\\.[^.]*"));
      assertTrue(
          List.of(place.getStackTrace()).stream()
              .anyMatch(frame -> frame.getClassName().equals(CheckedSlabTest.class.getName())));
    }
  }

  @Test
  void ownersOperation_afterTheFailureWasReceived_isTold() throws Exception {
    long id = slab.acquire();
    slab.disconnect(id);
    assertThrows(RuntimeException.class, () -> slab.receive(id));
    assertTold(id, "was taken");
  }

  @Test
  void ownersOperation_afterATimeOut_isTold() throws Exception {
    long id = slab.acquire();
    assertThrows(TimeoutException.class, () -> slab.receive(id, 1, TimeUnit.NANOSECONDS));
    assertTold(id, "timed out");
  }

  @Test
  void ownersOperation_afterItsThreadHasAbandonedTheShot_isTold() throws Exception {
    long id = slab.acquire();
    slab.abandon(id);
    assertTold(id, "was abandoned");
  }

  @Test
  void ownersOperation_afterAHandlerOrAFutureHadTheOutcome_isToldWhereItWasLeft() throws Exception {
    long handled = slab.acquire();
    slab.onReceive(handled, NOTHING);
    slab.send(handled, 5);
    assertLeft(handled);
    long tasked = slab.acquire();
    slab.onReceive(tasked, NOTHING, Runnable::run);
    slab.fail(tasked, new Exception());
    assertLeft(tasked);
    long promised = slab.acquire();
    slab.send(promised, 5);
    assertEquals(5L, slab.toFuture(promised).join());
    assertLeft(promised);
    long cancelled = slab.acquire();
    slab.toFuture(cancelled).cancel(false);
    assertTold(cancelled, "was abandoned");
  }

  private void assertLeft(long id) throws Exception {
    IllegalStateException told = assertTold(id, "was left to a handler or a future");
    Throwable left = requireNonNull(requireNonNull(told.getCause()).getCause());
    assertMentions("left to a handler or a future here", left);
    assertMentions("acquired here", requireNonNull(left.getCause()));
  }

  /** To give a shot up is anybody's right; that its owner comes later is no mistake. */
  @Test
  void ownersOperation_afterAnotherThreadHasAbandonedTheShot_isNotReported() throws Exception {
    long id = slab.acquire();
    try (TestThreads threads = new TestThreads()) {
      threads.start(() -> slab.abandon(id));
    }
    try (MisuseRecorder recorder = new MisuseRecorder(slab)) {
      for (Executable operation : ownersOperations(id)) {
        IllegalStateException told = assertThrows(IllegalStateException.class, operation);
        assertMentions("was abandoned", told);
        assertMentions("ended here", requireNonNull(told.getCause()));
      }
      assertEquals(Poll.UNKNOWN, slab.await(id));
      assertEquals(List.of(), recorder.found());
    }
  }

  @Test
  void receive_thatIsBlockedWhenTheShotIsAbandoned_isNotReported() throws Exception {
    long id = slab.acquire();
    try (MisuseRecorder recorder = new MisuseRecorder(slab);
        TestThreads threads = new TestThreads()) {
      Thread owner =
          threads.start(
              () ->
                  assertMentions(
                      "no such shot",
                      assertThrows(IllegalStateException.class, () -> slab.receive(id))));
      TestThreads.awaitParked(owner);
      assertTrue(slab.abandon(id));
      TestThreads.await(() -> !owner.isAlive());
      assertEquals(List.of(), recorder.found());
    }
  }

  @Test
  void whatIsNotTheOwners_isNotToldAfterTheEnd() {
    long id = slab.acquire();
    slab.send(id, 5);
    slab.take(id);
    try (MisuseRecorder recorder = new MisuseRecorder(slab)) {
      assertFalse(slab.send(id, 6));
      assertFalse(slab.fail(id, new Exception()));
      assertFalse(slab.disconnect(id));
      slab.sendFrom(id, CompletableFuture.completedFuture(7L));
      assertEquals(Poll.UNKNOWN, slab.poll(id));
      assertEquals(Poll.UNKNOWN, slab.poll(id, () -> {}));
      assertNull(slab.failure(id));
      assertFalse(slab.withdraw(id));
      assertFalse(slab.abandon(id));
      assertFalse(slab.send(LongSlab.NONE, 6));
      assertEquals(List.of(), recorder.found());
    }
  }

  @Test
  void ownersOperation_onAnIdOfAnotherSlab_isToldWhich() throws Exception {
    long id = slab.acquire();
    assertForeign(LongSlab.NONE, "is NONE, which tryAcquire() returns");
    assertForeign(-id, "was never given out by this slab");
    assertForeign(id + 4, "was never given out by this slab: it is of another slab");
    LongSlab wider = LongSlab.open(8, 1);
    long foreign = wider.acquire();
    while (slab.poll(foreign) != Poll.UNKNOWN) { // the same by chance
      foreign = wider.acquire();
    }
    assertForeign(foreign, "was never given out by this slab");
    LongSlab three = LongSlab.open(3, 1);
    IllegalStateException told =
        assertThrows(IllegalStateException.class, () -> three.take(three.acquire() | 3));
    assertMentions("which has no such slot", told);
  }

  private void assertForeign(long id, String how) throws Exception {
    try (MisuseRecorder recorder = new MisuseRecorder(slab)) {
      for (Executable operation : ownersOperations(id)) {
        IllegalStateException told = assertThrows(IllegalStateException.class, operation);
        assertMentions(how, told);
        assertNull(told.getCause());
      }
      assertEquals(Poll.UNKNOWN, slab.await(id));
      assertEquals(Collections.nCopies(8, Misuse.Kind.FOREIGN_ID), recorder.kinds());
    }
  }

  @Test
  void ownersOperation_someShotsLater_isToldWhere() throws Exception {
    long id = slab.acquire();
    slab.abandon(id);
    for (int shot = 0; shot < 8; shot++) {
      slab.abandon(slab.acquire());
    }
    assertMentions("ended here", requireNonNull(assertTold(id, "was abandoned").getCause()));
  }

  /** Of what is forgotten nobody knows who abandoned it. */
  @Test
  void ownersOperation_manyShotsLater_isToldThatItHasEnded() {
    long id = slab.acquire();
    slab.abandon(id);
    for (int shot = 0; shot < 100; shot++) {
      slab.abandon(slab.acquire());
    }
    try (MisuseRecorder recorder = new MisuseRecorder(slab)) {
      IllegalStateException told = assertThrows(IllegalStateException.class, () -> slab.take(id));
      assertMentions("has ended", told);
      assertMentions("-Dio.multishot.checked=places", told);
      assertEquals(List.of(), recorder.found());
    }
  }

  @Test
  void ownersOperation_onAShotThatTookNoPlaces_tellsHowToSeeThem() {
    for (int shot = 0; shot < 1000; shot++) {
      slab.abandon(slab.acquire());
    }
    long id = slab.acquire();
    slab.abandon(id);
    IllegalStateException told = assertThrows(IllegalStateException.class, () -> slab.take(id));
    assertNull(told.getCause());
    assertMentions("was abandoned", told);
    assertMentions("-Dio.multishot.checked=places", told);
  }

  @Test
  void ownersOperation_whileAnotherThreadWaits_isToldAndChangesNothing() throws Exception {
    long id = slab.acquire();
    List<Long> received = Collections.synchronizedList(new ArrayList<>());
    try (TestThreads threads = new TestThreads();
        MisuseRecorder recorder = new MisuseRecorder(slab)) {
      Thread owner = threads.start(() -> received.add(slab.receive(id)));
      TestThreads.awaitParked(owner);
      List<Executable> operations = new ArrayList<>(ownersOperations(id));
      operations.add(() -> slab.await(id));
      operations.add(() -> slab.await(id, 1, TimeUnit.NANOSECONDS));
      for (Executable operation : operations) {
        IllegalStateException told = assertThrows(IllegalStateException.class, operation);
        assertMentions("two threads", told);
        assertMentions(owner.getName(), told);
        assertMentions("acquired here", requireNonNull(told.getCause()));
      }
      assertEquals(
          Collections.nCopies(operations.size(), Misuse.Kind.TWO_OWNERS), recorder.kinds());
      OpenChannel open =
          MultiShots.open().stream().filter(each -> each.shot() == id).findAny().orElseThrow();
      assertTrue(recorder.found().get(0).isOf(open));
      assertEquals(Poll.PENDING, slab.poll(id));
      assertFalse(slab.withdraw(id));
      assertTrue(slab.send(id, 5));
    }
    assertEquals(List.of(5L), received);
  }

  /** What is right is not told, however late the one comes back from what lets the other begin. */
  @Test
  void handOver_betweenThreads_isNotTold() throws Exception {
    ExecutorService owners = Executors.newFixedThreadPool(2);
    try (MisuseRecorder recorder = new MisuseRecorder(slab)) {
      CountDownLatch done = new CountDownLatch(300);
      next(owners, done);
      assertTrue(done.await(TestThreads.PATIENCE.toSeconds(), TimeUnit.SECONDS));
      assertEquals(List.of(), recorder.found());
    } finally {
      owners.shutdown();
    }
  }

  private void next(ExecutorService owners, CountDownLatch done) {
    long left = done.getCount();
    if (left == 0) {
      return;
    }
    long id = slab.acquire();
    Runnable after =
        () -> {
          done.countDown();
          next(owners, done);
        };
    owners.execute(() -> slab.send(id, 5));
    switch ((int) (left % 4)) {
      case 0 -> slab.onReceive(id, (over, value) -> after.run());
      case 1 -> slab.onReceive(id, (over, value) -> after.run(), owners);
      case 2 -> hear(id, after);
      default -> {
        Runnable take =
            () -> {
              slab.take(id);
              after.run();
            };
        if (slab.poll(id, () -> owners.execute(take)) != Poll.PENDING) {
          owners.execute(take);
        }
      }
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what it throws is seen by the count
  private void hear(long id, Runnable after) {
    slab.toFuture(id).whenComplete((value, thrown) -> after.run());
  }

  @Test
  void outcome_whoseHandlerWasRefused_isItsOwnersAgain() throws Exception {
    long id = slab.acquire();
    slab.send(id, 5);
    RejectedExecutionException refused = new RejectedExecutionException();
    assertEquals(
        List.of(refused),
        TestThreads.catchingUncaught(
            () ->
                slab.onReceive(
                    id,
                    NOTHING,
                    task -> {
                      throw refused;
                    })));
    try (MisuseRecorder recorder = new MisuseRecorder(slab)) {
      assertEquals(Poll.READY, slab.await(id));
      assertEquals(5, slab.take(id));
      assertEquals(List.of(), recorder.found());
    }
    assertTold(id, "was taken");
  }

  /** One of two gets the outcome, and the other is told, whatever each has seen of the other. */
  @Test
  void twoThreadsThatReceiveAtOnce_areOneOwnerAndOneThatIsTold() throws Exception {
    for (int round = 0; round < 300; round++) {
      long id = slab.acquire();
      List<Object> ends = Collections.synchronizedList(new ArrayList<>());
      try (MisuseRecorder recorder = new MisuseRecorder(slab)) {
        try (TestThreads threads = new TestThreads()) {
          for (int i = 0; i < 2; i++) {
            threads.start(() -> ends.add(outcome(id)));
          }
          assertTrue(slab.send(id, 5));
        }
        assertEquals(2, ends.size());
        assertTrue(ends.contains(5L), ends::toString);
        ends.remove(5L);
        assertTrue(ends.get(0) instanceof IllegalStateException, ends::toString);
        assertTrue(recorder.found().size() <= 1, () -> recorder.found().toString());
      }
      assertEquals(0, slab.inFlight());
    }
  }

  private Object outcome(long id) throws Exception {
    try {
      return slab.receive(id);
    } catch (IllegalStateException told) {
      return told;
    }
  }
}
