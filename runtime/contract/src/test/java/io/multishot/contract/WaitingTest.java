package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertMentions;
import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thread blocks until the outcome is there, the time is up or it is interrupted. */
final class WaitingTest extends ChannelTest {

  private final TestThreads threads = new TestThreads();

  WaitingTest(Subject subject) {
    super(subject);
  }

  @Test
  void receive_valueComes_returnsIt() {
    MultiShotSender sender = line.sender();
    Thread receiver = threads.start(() -> assertSameBits(line.value(), line.receive()));
    TestThreads.awaitParked(receiver);
    assertTrue(line.send(sender, line.value()));
    threads.close();
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  void receive_failureComes_throwsIt() {
    MultiShotSender sender = line.sender();
    Exception failure = new Exception();
    Thread receiver =
        threads.start(
            () ->
                assertSame(
                    failure, assertThrows(CompletionException.class, line::receive).getCause()));
    TestThreads.awaitParked(receiver);
    sender.fail(failure);
    threads.close();
  }

  @Test
  void receive_disconnectComes_throwsADisconnectedException() {
    MultiShotSender sender = line.sender();
    Thread receiver =
        threads.start(
            () -> assertThrows(DisconnectedException.class, () -> line.receive(1, TimeUnit.DAYS)));
    TestThreads.awaitParked(receiver);
    sender.close();
    threads.close();
  }

  @Test
  void receive_unparkedSpuriouslyOrByAStalePermit_keepsWaiting() {
    MultiShotSender sender = line.sender();
    Thread receiver =
        threads.start(
            () -> {
              LockSupport.unpark(Thread.currentThread()); // a permit from elsewhere
              assertSameBits(line.value(), line.receive());
            });
    TestThreads.awaitParked(receiver);
    for (int i = 0; i < 10; i++) {
      LockSupport.unpark(receiver);
    }
    TestThreads.awaitParked(receiver);
    line.send(sender, line.value());
    threads.close();
  }

  @Test
  void receive_whileParked_namesTheReceiverAsItsBlocker() {
    MultiShotSender sender = line.sender();
    Thread receiver = threads.start(line::receive);
    TestThreads.await(() -> LockSupport.getBlocker(receiver) != null);
    assertSame(line.receiver(), LockSupport.getBlocker(receiver));
    String told = line.receiver().toString();
    assertTrue(told.endsWith("[awaited by thread \"" + receiver.getName() + "\"]"), told);
    ThreadInfo dumped = ManagementFactory.getThreadMXBean().getThreadInfo(receiver.getId());
    assertEquals(line.receiver().getClass().getName(), dumped.getLockInfo().getClassName());
    line.send(sender, line.value());
    threads.close();
  }

  @Test
  void receive_thatTimesOut_losesNoValue() throws Exception {
    MultiShotSender sender = line.sender();
    for (long nanos : new long[] {0, -1, Long.MIN_VALUE, 1, 100_000}) {
      assertThrows(TimeoutException.class, () -> line.receive(nanos, TimeUnit.NANOSECONDS));
      assertEquals(Poll.PENDING, line.poll());
    }
    assertFalse(sender.isAbandoned());
    assertTrue(line.send(sender, line.value()));
    assertSameBits(line.value(), line.receive(0, TimeUnit.SECONDS));
  }

  @Test
  void receive_withTheLongestTimeOut_waitsForTheValue() {
    MultiShotSender sender = line.sender();
    Thread receiver =
        threads.start(
            () -> assertSameBits(line.value(), line.receive(Long.MAX_VALUE, TimeUnit.DAYS)));
    TestThreads.awaitParked(receiver);
    line.send(sender, line.value());
    threads.close();
  }

  @Test
  void await_reportsTheOutcomeAndLeavesIt() throws Exception {
    assertEquals(Poll.DISCONNECTED, line.receiver().await());
    MultiShotSender sender = line.sender();
    assertEquals(Poll.PENDING, line.receiver().await(0, TimeUnit.SECONDS));
    assertEquals(Poll.PENDING, line.receiver().await(1, TimeUnit.MICROSECONDS));
    Thread receiver =
        threads.start(() -> assertEquals(Poll.READY, line.receiver().await(1, TimeUnit.DAYS)));
    TestThreads.awaitParked(receiver);
    line.send(sender, line.value());
    threads.close();
    assertEquals(Poll.READY, line.receiver().await());
    assertSameBits(line.value(), line.take());
    line.sender().fail(new Exception());
    assertEquals(Poll.FAILED, line.receiver().await());
    line.sender().close();
    assertEquals(Poll.DISCONNECTED, line.receiver().await(1, TimeUnit.DAYS));
  }

  @Test
  void receive_thatTimesOutOrIsInterrupted_leavesNothingRegistered() throws Exception {
    MultiShotSender sender = line.sender();
    assertThrows(TimeoutException.class, () -> line.receive(10, TimeUnit.MICROSECONDS));
    assertTrue(sender.toString().endsWith("[armed]"), sender::toString);
    Thread receiver = threads.start(() -> assertThrows(InterruptedException.class, line::receive));
    TestThreads.awaitParked(receiver);
    receiver.interrupt();
    threads.close();
    assertTrue(sender.toString().endsWith("[armed]"), sender::toString);
    line.send(sender, line.value());
    assertSameBits(line.value(), line.receive());
  }

  @Test
  void receive_thatIsInterrupted_throwsAndKeepsTheShotLive() {
    MultiShotSender sender = line.sender();
    Thread receiver =
        threads.start(
            () -> {
              assertThrows(InterruptedException.class, line::receive);
              assertFalse(Thread.currentThread().isInterrupted());
              assertEquals(Poll.PENDING, line.poll());
              assertSameBits(line.value(), line.receive());
            });
    TestThreads.awaitParked(receiver);
    receiver.interrupt();
    TestThreads.await(() -> !receiver.isInterrupted());
    TestThreads.awaitParked(receiver);
    assertTrue(line.send(sender, line.value()));
    threads.close();
  }

  @Test
  void receive_byAnInterruptedThread_throwsAtOnce() {
    line.sender();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, line::receive);
    assertFalse(Thread.interrupted());
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> line.receive(1, TimeUnit.DAYS));
    assertFalse(Thread.interrupted());
  }

  @Test
  void receive_ofAValueThatIsThere_returnsItAndKeepsTheInterrupt() throws Exception {
    line.send(line.sender(), line.value());
    Thread.currentThread().interrupt();
    assertSameBits(line.value(), line.receive());
    assertTrue(Thread.interrupted());
    line.send(line.sender(), line.value());
    Thread.currentThread().interrupt();
    assertSameBits(line.value(), line.receive(1, TimeUnit.DAYS));
    assertTrue(Thread.interrupted());
  }

  @Test
  void receiveUninterruptibly_thatIsInterrupted_keepsTheInterrupt() {
    MultiShotSender sender = line.sender();
    Thread receiver =
        threads.start(
            () -> {
              Thread.currentThread().interrupt();
              assertSameBits(line.value(), line.receiveUninterruptibly());
              assertTrue(Thread.currentThread().isInterrupted());
            });
    TestThreads.awaitParked(receiver); // parked, and not spinning on its interrupt
    receiver.interrupt();
    TestThreads.awaitParked(receiver);
    line.send(sender, line.value());
    threads.close();
  }

  @Test
  void receiveUninterruptibly_thatIsInterrupted_parksWithoutSpinning() {
    MultiShotSender sender = line.sender();
    Thread receiver =
        threads.start(
            () -> {
              Thread.currentThread().interrupt();
              assertSameBits(line.value(), line.receiveUninterruptibly());
            });
    TestThreads.awaitParked(receiver);
    receiver.interrupt();
    TestThreads.await(() -> !receiver.isInterrupted());
    TestThreads.awaitParked(receiver);
    long before = TestThreads.processorTime(receiver);
    TestThreads.work(Duration.ofMillis(40)); // a thread that does not sleep would do as much
    assertTrue(TestThreads.processorTime(receiver) - before < 10_000_000);
    line.send(sender, line.value());
    threads.close();
  }

  @Test
  void receive_byASecondThread_isRefusedAndChangesNothingElse() {
    MultiShotSender sender = line.sender();
    Thread receiver = threads.start(() -> assertSameBits(line.value(), line.receive()));
    TestThreads.awaitParked(receiver);
    assertMentions(receiver.getName(), assertThrows(IllegalStateException.class, line::receive));
    assertThrows(IllegalStateException.class, () -> line.receive(1, TimeUnit.DAYS));
    assertThrows(IllegalStateException.class, line::receiveUninterruptibly);
    assertThrows(IllegalStateException.class, () -> line.poll(() -> {}));
    assertThrows(IllegalStateException.class, line::sender);
    assertTrue(line.send(sender, line.value()));
    threads.close();
  }

  @Test
  @Tag("production") // in checked mode it is told
  void renewOrClose_byAnotherThread_endsTheWait() {
    line.sender();
    Thread first =
        threads.start(
            () ->
                assertMentions(
                    "renewed by another thread",
                    assertThrows(DisconnectedException.class, line::receive)));
    TestThreads.awaitParked(first);
    line.renew();
    threads.close();
    Thread second =
        threads.start(
            () -> assertThrows(DisconnectedException.class, line::receiveUninterruptibly));
    TestThreads.awaitParked(second);
    line.receiver().close();
    threads.close();
  }

  @Test
  void receiver_handedFromThreadToThread_keepsWorking() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    threads.start(
        () -> {
          assertSameBits(line.value(), line.take());
          line.send(line.sender(), line.otherValue());
        });
    threads.close();
    assertSameBits(line.otherValue(), line.take());
  }
}
