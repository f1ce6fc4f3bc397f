package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Blocking replaces the waker of {@code poll(waker)}: once the wait has parked, or has been given
 * up, that is not run any more.
 *
 * <p>It may still be run while a group's wait spins, for then it is what the sender finds: it runs
 * on the sender's thread, beside the receiver that goes on with the outcome. A wait of no time at
 * all replaces nothing; one of a nanosecond does, though its time is up before it could park.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("io.multishot.contract.Subjects#waitPolicies")
final class BlockingReplacesWakerTest {

  private interface Wait {
    void run() throws InterruptedException;
  }

  private final Line line;
  private final boolean parks;
  private final AtomicInteger wakes = new AtomicInteger();

  BlockingReplacesWakerTest(Subject subject) {
    line = subject.line();
    parks = !subject.name().contains("busy");
  }

  @Test
  void receive_thatHasParked_hasReplacedTheWaker() {
    if (!parks) {
      return;
    }
    MultiShotSender sender = line.sender();
    assertEquals(Poll.PENDING, line.poll(wakes::incrementAndGet));
    try (TestThreads threads = new TestThreads()) {
      Thread waiting = threads.start(() -> assertSameBits(line.value(), line.receive()));
      TestThreads.awaitParked(waiting);
      assertTrue(line.send(sender, line.value()));
    }
    assertEquals(0, wakes.get());
  }

  @Test
  void receive_whoseTimeIsUp_hasReplacedTheWaker() throws Exception {
    assertReplacesTheWaker(
        () -> assertThrows(TimeoutException.class, () -> line.receive(1, TimeUnit.NANOSECONDS)));
  }

  @Test
  void receive_thatIsInterrupted_hasReplacedTheWaker() throws Exception {
    MultiShotSender sender = line.sender();
    assertEquals(Poll.PENDING, line.poll(wakes::incrementAndGet));
    try (TestThreads threads = new TestThreads()) {
      Thread waiting = threads.start(() -> assertThrows(InterruptedException.class, line::receive));
      if (parks) {
        TestThreads.awaitParked(waiting);
      } else {
        TestThreads.work(Duration.ofMillis(5)); // it may be inside by now
      }
      waiting.interrupt();
    }
    if (parks) {
      assertTrue(line.send(sender, line.value()));
      assertEquals(0, wakes.get());
    }
  }

  @Test
  void wakerOfAnEarlierShot_isNotRunInALaterOne() throws Exception {
    MultiShotSender sender = line.sender();
    assertEquals(Poll.PENDING, line.poll(wakes::incrementAndGet));
    try (TestThreads threads = new TestThreads()) {
      threads.start(() -> assertTrue(line.send(sender, line.value())));
      assertSameBits(line.value(), line.receive());
    } // the sender is over
    int runs = wakes.get();
    assertTrue(runs <= 1, () -> "run " + runs + " times");
    assertTrue(line.send(line.sender(), line.value()));
    assertSameBits(line.value(), line.receive());
    assertEquals(runs, wakes.get());
  }

  @Test
  void awaitAny_whoseTimeIsUp_hasReplacedTheMembersWaker() throws Exception {
    ReceiverGroup group = ReceiverGroup.of(line.receiver());
    assertReplacesTheWaker(
        () -> assertEquals(ReceiverGroup.PENDING, group.awaitAny(1, TimeUnit.NANOSECONDS)));
  }

  @Test
  void awaitAll_whoseTimeIsUp_hasReplacedTheMembersWaker() throws Exception {
    ReceiverGroup group = ReceiverGroup.of(line.receiver());
    assertReplacesTheWaker(() -> assertFalse(group.awaitAll(1, TimeUnit.NANOSECONDS)));
  }

  private void assertReplacesTheWaker(Wait wait) throws Exception {
    MultiShotSender sender = line.sender();
    assertEquals(Poll.PENDING, line.poll(wakes::incrementAndGet));
    wait.run();
    assertTrue(line.send(sender, line.value()));
    assertEquals(0, wakes.get());
  }
}
