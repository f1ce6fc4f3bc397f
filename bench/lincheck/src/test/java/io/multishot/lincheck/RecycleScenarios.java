package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import java.util.concurrent.atomic.AtomicBoolean;

/** A receiver that goes on to the next shot, while the sender of this one ends it. */
final class RecycleScenarios {

  private RecycleScenarios() {}

  static Scenario dropsWhatIsUnread() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      Channel.Sender next = channel.trySender();
      if (next == null) {
        opponent.finish();
        next = channel.sender();
      }
      assertEquals(Poll.PENDING, channel.poll());
      assertThrows(IllegalStateException.class, channel::take);
      assertTrue(next.send(2));
      assertEquals(2, channel.take());
      opponent.finish();
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  static Scenario dropsWhileSender(Ending ending) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Opponent opponent = Opponent.starts(() -> ending.end(sender));
      boolean isDropped = channel.drop();
      opponent.finish();
      assertEquals(isDropped ? Poll.DISCONNECTED : ending.outcome(), channel.poll());
      assertEquals(!isDropped, channel.drop());
      assertTrue(channel.sender().send(2));
      assertEquals(2, channel.take());
    };
  }

  /** The value is the receiver's to drop, or still the sender's; then the cell is, too. */
  static Scenario renewsWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      AtomicBoolean hasArrived = new AtomicBoolean();
      Opponent opponent = Opponent.starts(() -> hasArrived.set(stale.send(-1)));
      Channel.Sender fresh = channel.renew();
      playShots(channel, fresh);
      opponent.finish();
      assertEquals(fresh == stale, hasArrived.get());
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** In no later shot does it show up, however late it ends. */
  static Scenario renewsWhileStaleSender(Ending ending) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      Opponent opponent = Opponent.starts(() -> ending.end(stale));
      playShots(channel, channel.renew());
      playShots(channel, channel.sender());
      opponent.finish();
      assertEquals(Poll.DISCONNECTED, channel.poll());
      assertTrue(channel.sender().send(3));
      assertEquals(3, channel.take());
    };
  }

  static Scenario renewsTwiceWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      Opponent opponent = Opponent.starts(() -> stale.send(-1));
      Channel.Sender second = channel.renew();
      Opponent other = Opponent.starts(() -> second.send(-2));
      playShots(channel, channel.renew());
      opponent.finish();
      other.finish();
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** The waker of the abandoned shot is run if, and only if, its value came first. */
  static Scenario renewsWithAWaker() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      Count waker = new Count();
      AtomicBoolean hasArrived = new AtomicBoolean();
      assertEquals(Poll.PENDING, channel.poll(waker));
      Opponent opponent = Opponent.starts(() -> hasArrived.set(stale.send(-1)));
      playShots(channel, channel.renew());
      opponent.finish();
      assertEquals(hasArrived.get() ? 1 : 0, waker.runs());
    };
  }

  /** One shot with this sender, and one with the next. */
  private static void playShots(Channel channel, Channel.Sender first) {
    assertEquals(Poll.PENDING, channel.poll());
    assertTrue(first.send(1));
    assertEquals(1, channel.take());
    Channel.Sender next = channel.sender();
    Count waker = new Count();
    assertEquals(Poll.PENDING, channel.poll(waker));
    assertEquals(0, waker.runs());
    assertTrue(next.send(2));
    assertEquals(1, waker.runs());
    assertEquals(2, channel.take());
  }
}
