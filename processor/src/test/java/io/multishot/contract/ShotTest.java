package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Shot;
import org.junit.jupiter.api.Test;

/** A shot as the resource of a {@code try} statement ends itself and no other. */
final class ShotTest<R extends MultiShotReceiver, S extends MultiShotSender>
    extends ChannelTest<R, S> {

  ShotTest(Subject<R, S> subject) {
    super(subject);
  }

  @Test
  void aBlockThatEndsWithoutAnOutcomeDisconnects() {
    S sender = line.sender();
    Shot shot = sender.shot();
    shot.close();
    assertEquals(Poll.DISCONNECTED, line.poll());
    shot.close();
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  void afterSendingTheEndOfTheBlockDoesNothing() {
    S sender = line.sender();
    try (Shot shot = sender.shot()) {
      assertTrue(line.send(sender, line.value()), shot::toString);
    }
    assertSameBits(line.value(), line.take());
  }

  /**
   * The receiver may take the value and arm again before the block that sent it is left. The sender
   * is live again, then, and in other hands.
   */
  @Test
  void theEndOfABlockDoesNotEndALaterShot() {
    S sender = line.sender();
    try (Shot shot = sender.shot()) {
      line.send(sender, line.value());
      line.take();
      assertTrue(line.sender() == sender, shot::toString);
    }
    assertEquals(Poll.PENDING, line.poll());

    try (Shot shot = sender.shot()) {
      line.send(sender, line.value());
      line.sender(); // drops the value
      line.poll(() -> {});
      assertEquals(Poll.PENDING, line.poll(), shot::toString);
    }
    assertEquals(Poll.PENDING, line.poll());
    assertTrue(line.send(sender, line.otherValue()));
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void whatASenderClosesInAnotherShotIsThatShot() {
    S sender = line.sender();
    line.send(sender, line.value());
    line.take();
    line.sender();
    sender.close(); // by whoever was handed the second shot, or by mistake: it cannot be told
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  void theEndOfAnAbandonedShotDoesNothing() {
    S sender = line.sender();
    try (Shot shot = sender.shot()) {
      line.renew();
      assertFalse(line.send(sender, line.value()), shot::toString);
    }
    assertEquals(Poll.PENDING, line.poll());
    assertTrue(sender.isAbandoned());
  }

  @Test
  void aUsedSenderHasNoShot() {
    S sender = line.sender();
    sender.close();
    assertThrows(IllegalStateException.class, sender::shot);
  }
}
