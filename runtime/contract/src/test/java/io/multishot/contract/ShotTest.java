package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Shot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A shot as the resource of a {@code try} statement ends itself and no other. */
final class ShotTest extends ChannelTest {

  ShotTest(Subject subject) {
    super(subject);
  }

  @Test
  void close_withoutAnOutcome_disconnects() {
    Shot shot = line.shot(line.sender());
    shot.close();
    assertEquals(Poll.DISCONNECTED, line.poll());
    shot.close();
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  void toString_afterTheSenderIsArmedAgain_namesTheShotsOwnState() {
    Shot first = line.shot(line.sender());
    assertTrue(first.toString().endsWith("$Shot[open]"), first::toString);
    line.send(first, line.value());
    Shot second = line.shot(line.sender());
    assertTrue(first.toString().endsWith("[over]"), first::toString);
    assertTrue(second.toString().endsWith("[open]"), second::toString);
    line.renew();
    assertTrue(second.toString().endsWith("[abandoned]"), second::toString);
    second.close();
  }

  /** Whoever has asked knows it, which must not make another shot of it. */
  @Test
  void shot_ofAnAbandonedSender_isAbandoned() {
    MultiShotSender sender = line.sender();
    line.renew();
    assertTrue(sender.isAbandoned());
    try (Shot shot = line.shot(sender)) {
      assertTrue(shot.toString().endsWith("$Shot[abandoned]"), shot::toString);
      assertFalse(line.send(shot, line.value()));
    }
  }

  @Test
  void close_afterAnException_wakesTheReceiver() {
    RuntimeException thrown = new RuntimeException();
    MultiShotSender sender = line.sender();
    try (TestThreads threads = new TestThreads()) {
      Thread receiver =
          threads.start(() -> assertThrows(DisconnectedException.class, line::receive));
      TestThreads.awaitParked(receiver);
      assertSame(thrown, assertThrows(RuntimeException.class, () -> sendOr(thrown, sender)));
    }
  }

  private void sendOr(RuntimeException thrown, MultiShotSender sender) {
    try (Shot shot = line.shot(sender)) {
      line.send(shot, valueOr(thrown));
    }
  }

  private static Object valueOr(RuntimeException thrown) {
    throw thrown;
  }

  @Test
  void close_afterSend_doesNothing() {
    try (Shot shot = line.shot(line.sender())) {
      assertTrue(line.send(shot, line.value()));
    }
    assertSameBits(line.value(), line.take());
  }

  @Test
  void close_afterFail_doesNothing() {
    Exception failure = new Exception();
    try (Shot shot = line.shot(line.sender())) {
      assertTrue(shot.fail(failure));
    }
    assertSame(failure, line.receiver().failure());
  }

  /**
   * The receiver may take the value and arm again before the block that sent it is left. The sender
   * is live again, then, and in other hands.
   */
  @Test
  void close_afterTheNextShotIsArmed_leavesThatShotLive() {
    MultiShotSender sender = line.sender();
    try (Shot shot = line.shot(sender)) {
      line.send(shot, line.value());
      line.take();
      sender = line.sender();
    }
    assertEquals(Poll.PENDING, line.poll());

    try (Shot shot = line.shot(sender)) {
      line.send(shot, line.value());
      sender = line.sender(); // drops the value
      line.poll(() -> {});
    }
    assertEquals(Poll.PENDING, line.poll());
    assertTrue(line.send(sender, line.otherValue()));
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void send_ofAShotThatIsOver_isRefusedAndReachesNoLaterShot() {
    MultiShotSender sender = line.sender();
    Shot over = line.shot(sender);
    line.send(over, line.value());
    line.take();
    line.sender();
    assertThrows(IllegalStateException.class, () -> line.send(over, line.otherValue()));
    assertThrows(IllegalStateException.class, () -> over.fail(new Exception()));
    assertEquals(Poll.PENDING, line.poll());
  }

  /** Its sender would learn that it was used, and by itself, when it sends its own late outcome. */
  @Test
  void send_ofAShotThatIsOver_doesNotConsumeALaterAbandonedShot() {
    MultiShotSender sender = line.sender();
    Shot over = line.shot(sender);
    line.send(over, line.value());
    line.take();
    MultiShotSender next = line.sender();
    line.renew();
    assertThrows(IllegalStateException.class, () -> line.send(over, line.otherValue()));
    assertThrows(IllegalStateException.class, () -> over.fail(new Exception()));
    assertTrue(over.toString().endsWith("[over]"), over::toString);
    assertFalse(line.send(next, line.value()));
  }

  /** Why the sender itself is no resource. */
  @Test
  @Tag("production") // in checked mode it ends no other shot
  void close_ofTheSenderInALaterShot_endsThatShot() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    line.take();
    line.sender();
    sender.close();
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  void sendAndFail_ofAnAbandonedShot_returnFalse() {
    MultiShotSender sender = line.sender();
    try (Shot shot = line.shot(sender)) {
      line.renew();
      assertFalse(line.send(shot, line.value()));
      assertThrows(IllegalStateException.class, () -> line.send(shot, line.value()));
    }
    try (Shot shot = line.shot(line.renew())) {
      line.receiver().close();
      assertFalse(shot.fail(new Exception()));
    }
    assertTrue(sender.isAbandoned());
  }

  @Test
  void shot_ofAConsumedSender_isRefused() {
    MultiShotSender sender = line.sender();
    sender.close();
    assertThrows(IllegalStateException.class, () -> line.shot(sender));
  }
}
