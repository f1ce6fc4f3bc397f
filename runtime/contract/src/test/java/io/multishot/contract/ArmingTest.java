package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertMentions;
import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The receiver recycles one sender for ever, and never waits for a live one that it gave up. */
final class ArmingTest extends ChannelTest {

  ArmingTest(Subject subject) {
    super(subject);
  }

  @Test
  @Tag("production") // of which object it is
  @SuppressWarnings("multishot")
  void sender_afterAnyOutcome_armsAndReturnsTheSameSender() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    line.take();
    assertSame(sender, line.sender());
    sender.close();
    assertThrows(DisconnectedException.class, line::receive);
    assertSame(sender, line.sender());
    sender.fail(new Exception());
    assertSame(sender, line.trySender());
    line.send(sender, line.value());
    assertSameBits(line.value(), line.take());
  }

  @Test
  @SuppressWarnings("multishot")
  void sender_withAnOutcomeNotTaken_discardsTheOutcome() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    sender = line.sender();
    assertEquals(Poll.PENDING, line.poll());
    sender.fail(new Exception());
    sender = line.sender();
    assertEquals(Poll.PENDING, line.poll());
    sender.close();
    sender = line.sender();
    assertEquals(Poll.PENDING, line.poll());
    line.send(sender, line.otherValue());
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void sender_whileTheShotIsLive_isRefusedAndChangesNothing() {
    MultiShotSender sender = line.sender();
    assertMentions("renew()", assertThrows(IllegalStateException.class, line::sender));
    assertNull(line.trySender());
    line.poll(() -> {});
    assertThrows(IllegalStateException.class, line::sender);
    assertNull(line.trySender());
    assertTrue(line.send(sender, line.value()));
    assertSameBits(line.value(), line.take());
  }

  @Test
  void renew_ofALiveShot_abandonsItAndReturnsANewSender() {
    MultiShotSender abandoned = line.sender();
    MultiShotSender fresh = line.renew();
    assertNotSame(abandoned, fresh);
    assertTrue(abandoned.isAbandoned());
    assertFalse(fresh.isAbandoned());
    assertFalse(line.send(abandoned, line.otherValue()));
    assertEquals(Poll.PENDING, line.poll());
    assertTrue(line.send(fresh, line.value()));
    assertSameBits(line.value(), line.take());
  }

  @Test
  @SuppressWarnings("multishot")
  void abandonedSender_isConsumedByItsFirstUse() {
    MultiShotSender sent = line.sender();
    MultiShotSender failed = line.renew();
    MultiShotSender closed = line.renew();
    line.renew();
    assertFalse(line.send(sent, line.value()));
    assertThrows(IllegalStateException.class, () -> line.send(sent, line.value()));
    assertFalse(failed.fail(new Exception()));
    assertThrows(IllegalStateException.class, () -> failed.fail(new Exception()));
    closed.close();
    assertThrows(IllegalStateException.class, () -> line.send(closed, line.value()));
    assertTrue(sent.isAbandoned() && failed.isAbandoned() && closed.isAbandoned());
    assertEquals(Poll.PENDING, line.poll());
  }

  @Test
  void send_byAnAbandonedSender_reachesNoLaterShot() {
    MultiShotSender stale = line.sender();
    MultiShotSender current = line.renew();
    for (int cycle = 0; cycle < 3; cycle++) {
      line.send(current, line.value());
      if (cycle == 1) {
        assertFalse(line.send(stale, line.otherValue()));
      }
      assertSameBits(line.value(), line.take());
      current = line.sender();
      assertEquals(Poll.PENDING, line.poll());
    }
  }

  @Test
  @Tag("production") // of which object it is
  void renew_withoutALiveSender_keepsTheSender() {
    MultiShotSender sender = line.renew();
    line.send(sender, line.value());
    line.take();
    assertSame(sender, line.renew());
    line.send(sender, line.value());
    assertSame(sender, line.renew(), "an outcome not taken is dropped");
    assertEquals(Poll.PENDING, line.poll());
    assertFalse(sender.isAbandoned());
    assertTrue(line.send(sender, line.otherValue()));
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void close_ofALiveShot_abandonsItAndArmsNoOther() {
    MultiShotSender sender = line.sender();
    line.receiver().close();
    line.receiver().close();
    assertTrue(sender.isAbandoned());
    assertFalse(line.send(sender, line.value()));
    assertEquals(Poll.DISCONNECTED, line.poll());
    assertThrows(DisconnectedException.class, line::receive);
    assertMentions("closed", assertThrows(IllegalStateException.class, line::sender));
    assertThrows(IllegalStateException.class, line::renew);
    assertNull(line.trySender());
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  void close_withAnOutcomeNotTaken_discardsTheOutcome() {
    line.send(line.sender(), line.value());
    line.receiver().close();
    assertEquals(Poll.DISCONNECTED, line.poll());
    assertThrows(IllegalStateException.class, line::take);
  }

  @Test
  @Tag("production") // it tells of its own shot only, in checked mode
  void close_ofTheReceiverAfterSend_leavesTheSenderConsumed() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    line.receiver().close();
    assertTrue(sender.isAbandoned());
    assertThrows(IllegalStateException.class, () -> line.send(sender, line.otherValue()));
    assertThrows(IllegalStateException.class, () -> sender.onAbandoned(() -> {}));
    sender.close();
  }

  @Test
  @SuppressWarnings("multishot")
  void close_ofBothHalvesInEitherOrder_throwsNothing() {
    MultiShotSender sender = line.sender();
    sender.close();
    line.receiver().close();
    sender.close();

    Line other = subject.line();
    MultiShotSender abandoned = other.sender();
    other.receiver().close();
    abandoned.close();
    assertEquals(Poll.DISCONNECTED, other.poll());
  }

  @Test
  void toString_inEachState_namesTheState() {
    assertMentioned("idle");
    MultiShotSender sender = line.sender();
    assertMentioned("armed");
    assertTrue(sender.toString().contains("armed"), sender::toString);
    NamedWaker waker = new NamedWaker("the event loop");
    line.poll(waker);
    assertMentioned(
        "awaited by "
            + NamedWaker.class.getName()
            + "@"
            + Integer.toHexString(System.identityHashCode(waker)));
    assertTrue(sender.toString().contains("awaited by "), sender::toString);
    line.send(sender, line.value());
    assertMentioned("[value]");
    line.take();
    assertMentioned("[taken]");
    line.sender().fail(new Exception());
    assertMentioned("failed");
    line.sender().close();
    assertMentioned("disconnected");
    MultiShotSender abandoned = line.sender();
    line.renew();
    assertTrue(abandoned.toString().contains("abandoned"), abandoned::toString);
    line.receiver().close();
    assertMentioned("closed");
  }

  private void assertMentioned(String words) {
    assertTrue(line.receiver().toString().contains(words), line.receiver()::toString);
  }

  private record NamedWaker(String name) implements io.multishot.Waker {
    @Override
    public void wake() {}

    @Override
    public String toString() {
      throw new AssertionError("user code is called");
    }
  }
}
