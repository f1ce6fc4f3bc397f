package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertMentions;
import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Misuse;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** In checked mode a receiver tells who uses it while another thread is inside. */
@Tag("checked")
final class CheckedReceiverTest extends ChannelTest {

  CheckedReceiverTest(Subject subject) {
    super(subject);
  }

  @Test
  void anyOperation_whileAnotherThreadIsBlocked_isToldAndChangesNothing() throws Exception {
    assertAnyOperationIsTold(line::receive);
  }

  @Test
  void anyOperation_whileAGroupIsBlocked_isToldAndChangesNothing() throws Exception {
    ReceiverGroup group = ReceiverGroup.of(line.receiver());
    assertAnyOperationIsTold(
        () -> {
          assertEquals(0, group.awaitAny());
          return line.take();
        });
    assertAnyOperationIsTold(
        () -> {
          group.awaitAll();
          return line.take();
        });
  }

  private void assertAnyOperationIsTold(Callable<@Nullable Object> blocking) throws Exception {
    MultiShotSender sender = line.sender();
    ReceiverGroup group = ReceiverGroup.of(line.receiver());
    List<Executable> operations =
        List.of(
            line::sender,
            line::trySender,
            line::renew,
            line::poll,
            () -> line.poll(() -> {}),
            line::peek,
            line::take,
            line::receive,
            line::receiveUninterruptibly,
            () -> line.receive(1, TimeUnit.NANOSECONDS),
            () -> line.receiver().await(),
            () -> line.receiver().await(1, TimeUnit.NANOSECONDS),
            () -> line.receiver().failure(),
            () -> line.receiver().drop(),
            () -> line.receiver().close(),
            () -> line.onReceive(value -> {}),
            () -> line.onReceive(value -> {}, Runnable::run),
            line::toFuture,
            group::pollAny,
            group::pollAll,
            () -> group.pollAny(() -> {}),
            () -> group.pollAll(() -> {}),
            () -> group.awaitAny(1, TimeUnit.NANOSECONDS),
            () -> group.awaitAll(1, TimeUnit.NANOSECONDS));
    List<@Nullable Object> received = Collections.synchronizedList(new ArrayList<>());
    try (TestThreads threads = new TestThreads();
        MisuseRecorder recorder = new MisuseRecorder(line.receiver())) {
      Thread owner = threads.start(() -> received.add(line.keep(blocking.call())));
      TestThreads.awaitParked(owner);
      for (int i = 0; i < operations.size(); i++) {
        int number = i;
        IllegalStateException told =
            assertThrows(
                IllegalStateException.class, operations.get(i), () -> "operation " + number);
        assertMentions("two threads", told);
        assertMentions(owner.getName(), told);
      }
      assertEquals(
          Collections.nCopies(operations.size(), Misuse.Kind.TWO_OWNERS), recorder.kinds());
      assertFalse(sender.isAbandoned());
      assertTrue(line.send(sender, line.value()));
    }
    assertEquals(1, received.size());
    assertSameBits(line.value(), received.get(0));
    line.sender().close();
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  /** What is right is not told, however late the one comes back from what lets the other begin. */
  @Test
  void handOver_betweenThreads_isNotTold() throws Exception {
    ExecutorService owners = Executors.newFixedThreadPool(2);
    try (MisuseRecorder recorder = new MisuseRecorder(line.receiver())) {
      CountDownLatch done = new CountDownLatch(300);
      next(owners, done);
      assertTrue(done.await(TestThreads.PATIENCE.toSeconds(), TimeUnit.SECONDS));
      assertEquals(List.of(), recorder.found());
    } finally {
      owners.shutdown();
    }
  }

  /** Each way to register leaves the receiver to whoever is told. */
  private void next(ExecutorService owners, CountDownLatch done) {
    long left = done.getCount();
    if (left == 0) {
      return;
    }
    MultiShotSender sender = line.sender();
    Runnable after =
        () -> {
          done.countDown();
          next(owners, done);
        };
    owners.execute(() -> line.send(sender, line.value()));
    switch ((int) (left % 4)) {
      case 0 -> line.onReceive(value -> after.run());
      case 1 -> line.onReceive(value -> after.run(), owners);
      case 2 -> hear(after);
      default -> {
        if (line.poll(() -> owners.execute(after)) != Poll.PENDING) {
          owners.execute(after);
        }
      }
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what it throws is seen by the count
  private void hear(Runnable after) {
    line.toFuture().whenComplete((value, thrown) -> after.run());
  }

  @Test
  void userCodeInsideOfAnOperation_mayUseTheReceiver() {
    MultiShotSender sender = line.sender();
    List<Poll> polled = new ArrayList<>();
    try (MisuseRecorder recorder = new MisuseRecorder(line.receiver())) {
      sender.onAbandoned(() -> polled.add(line.poll()));
      line.renew();
      assertEquals(1, polled.size());
      assertEquals(List.of(), recorder.found());
    }
  }
}
