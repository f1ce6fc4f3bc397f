package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Waker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The registered waker, and no other, is run exactly once, when the outcome arrives. */
final class WakerTest extends ChannelTest {

  private final CountingWaker first = new CountingWaker();
  private final CountingWaker second = new CountingWaker();
  private final CountingWaker third = new CountingWaker();

  WakerTest(Subject subject) {
    super(subject);
  }

  @Test
  void send_runsTheWakerOnce() {
    MultiShotSender sender = line.sender();
    assertEquals(Poll.PENDING, line.poll(first));
    assertEquals(0, first.wakes);
    line.send(sender, line.value());
    assertEquals(1, first.wakes);
    assertEquals(Poll.READY, line.poll(first));
    line.take();
    assertEquals(1, first.wakes);
  }

  @Test
  void fail_runsTheWakerOnce() {
    MultiShotSender sender = line.sender();
    line.poll(first);
    sender.fail(new Exception());
    assertEquals(1, first.wakes);
    assertEquals(Poll.FAILED, line.poll(first));
  }

  @Test
  @SuppressWarnings("multishot")
  void close_ofTheSender_runsTheWakerOnce() {
    MultiShotSender sender = line.sender();
    line.poll(first);
    sender.close();
    sender.close();
    assertEquals(1, first.wakes);
    assertEquals(Poll.DISCONNECTED, line.poll(first));
  }

  @Test
  void poll_ofAnOutcomeThatIsThere_registersNoWaker() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    assertEquals(Poll.READY, line.poll(first));
    line.sender().fail(new Exception());
    assertEquals(Poll.FAILED, line.poll(first));
    line.sender().close();
    assertEquals(Poll.DISCONNECTED, line.poll(first));
    assertEquals(0, first.wakes);
  }

  @Test
  void poll_afterTheOutcomeIsTaken_registersNoWaker() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    line.take();
    assertEquals(Poll.DISCONNECTED, line.poll(first));
    assertFalse(line.receiver().withdraw());
    line.send(line.sender(), line.value());
    assertEquals(0, first.wakes);
    assertSameBits(line.value(), line.take());
  }

  @Test
  void poll_withTheSameWakerAgain_runsItOnce() {
    MultiShotSender sender = line.sender();
    line.poll(first);
    line.poll(first);
    line.poll(first);
    line.send(sender, line.value());
    assertEquals(1, first.wakes);
  }

  @Test
  void poll_withAnotherWaker_replacesTheFirst() {
    MultiShotSender sender = line.sender();
    line.poll(first);
    assertEquals(Poll.PENDING, line.poll(second));
    line.send(sender, line.value());
    assertEquals(0, first.wakes);
    assertEquals(1, second.wakes);
  }

  @Test
  void poll_withAThirdWaker_replacesBothEarlierOnes() {
    MultiShotSender sender = line.sender();
    line.poll(first);
    line.poll(second);
    line.poll(third);
    sender.close();
    assertEquals(List.of(0, 0, 1), List.of(first.wakes, second.wakes, third.wakes));
  }

  @Test
  void poll_withoutAWaker_keepsTheRegisteredOne() {
    MultiShotSender sender = line.sender();
    line.poll(first);
    assertEquals(Poll.PENDING, line.poll());
    line.send(sender, line.value());
    assertEquals(1, first.wakes);
  }

  @Test
  void waker_isRunForItsOwnShotOnly() {
    MultiShotSender sender = line.sender();
    line.poll(first);
    line.send(sender, line.value());
    line.send(line.sender(), line.value());
    assertEquals(1, first.wakes);
    MultiShotSender third = line.sender();
    line.poll(second);
    line.send(third, line.value());
    assertEquals(1, first.wakes);
    assertEquals(1, second.wakes);
  }

  @Test
  void waker_ofAnAbandonedShot_isNotRun() {
    MultiShotSender abandoned = line.sender();
    line.poll(first);
    MultiShotSender fresh = line.renew();
    line.send(abandoned, line.value());
    assertEquals(0, first.wakes);
    line.poll(second);
    line.receiver().close();
    line.send(fresh, line.value());
    assertEquals(0, second.wakes);
  }

  @Test
  void waker_canTakeTheValueAndArmAgain() {
    List<Object> taken = new ArrayList<>();
    List<MultiShotSender> next = new ArrayList<>();
    line.sender();
    MultiShotSender sender = line.renew();
    line.poll(
        () -> {
          assertEquals(Poll.READY, line.poll());
          taken.add(String.valueOf(line.take()));
          next.add(line.sender());
          line.poll(second);
        });
    assertTrue(line.send(sender, line.value()));
    assertEquals(List.of(String.valueOf(line.value())), taken);
    assertEquals(Poll.PENDING, line.poll());
    assertTrue(line.send(next.get(0), line.otherValue()));
    assertEquals(1, second.wakes);
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void waker_canSendTheNextShot() {
    MultiShotSender sender = line.sender();
    line.poll(
        () -> {
          line.take();
          MultiShotSender next = line.sender();
          line.poll(second);
          line.send(next, line.otherValue());
        });
    assertTrue(line.send(sender, line.value()));
    assertEquals(1, second.wakes);
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void waker_canRenewOrClose() {
    MultiShotSender sender = line.sender();
    List<MultiShotSender> renewed = new ArrayList<>();
    line.poll(() -> renewed.add(line.renew()));
    assertTrue(line.send(sender, line.value()));
    assertEquals(Poll.PENDING, line.poll());
    line.poll(line.receiver()::close);
    assertTrue(line.send(renewed.get(0), line.value()));
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  void waker_thatThrows_isReportedAndChangesNothingElse() {
    RuntimeException thrown = new RuntimeException("from a waker");
    List<Throwable> uncaught =
        TestThreads.catchingUncaught(
            () -> {
              MultiShotSender sender = line.sender();
              line.poll(
                  () -> {
                    throw thrown;
                  });
              assertTrue(line.send(sender, line.value()));
            });
    assertEquals(List.of(thrown), uncaught);
    assertSameBits(line.value(), line.take());
    MultiShotSender sender = line.sender();
    line.poll(first);
    assertTrue(line.send(sender, line.otherValue()));
    assertEquals(1, first.wakes);
  }

  @Test
  void waker_thatIsWithdrawn_isNotRun() {
    MultiShotSender sender = line.sender();
    assertFalse(line.receiver().withdraw());
    line.poll(first);
    assertTrue(line.receiver().withdraw());
    assertFalse(line.receiver().withdraw());
    line.send(sender, line.value());
    assertFalse(line.receiver().withdraw());
    assertEquals(0, first.wakes);
    assertEquals(Poll.READY, line.poll());
  }

  @Test
  void receive_replacesTheWaker() throws Exception {
    MultiShotSender sender = line.sender();
    line.poll(first);
    try (TestThreads threads = new TestThreads()) {
      Thread receiver = threads.start(() -> assertSameBits(line.value(), line.receive()));
      TestThreads.awaitParked(receiver);
      line.send(sender, line.value());
    }
    assertEquals(0, first.wakes);
  }

  @Test
  void nullArgumentsAndThreadsAsWakers_areRefused() {
    MultiShotSender sender = line.sender();
    assertThrows(NullPointerException.class, () -> line.poll(nothing()));
    assertThrows(IllegalArgumentException.class, () -> line.poll(new ThreadAndWaker()));
    assertThrows(NullPointerException.class, () -> sender.fail(nothing()));
    assertThrows(NullPointerException.class, () -> line.receive(1, nothing()));
    assertFalse(sender.isAbandoned());
    assertTrue(line.send(sender, line.value()));
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // the mistake under test
  private static <T> T nothing() {
    return null;
  }

  private static final class CountingWaker implements Waker {
    int wakes;

    @Override
    public void wake() {
      wakes++;
    }
  }

  private static final class ThreadAndWaker extends Thread implements Waker {
    @Override
    public void wake() {}
  }
}
