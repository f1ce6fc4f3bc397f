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
      Rival rival = Rival.starts(() -> assertTrue(sender.send(1)));
      Channel.Sender next = channel.trySender();
      if (next == null) {
        rival.finish();
        next = channel.sender();
      }
      assertEquals(Poll.PENDING, channel.poll());
      assertThrows(IllegalStateException.class, channel::take);
      assertTrue(next.send(2));
      assertEquals(2, channel.take());
      rival.finish();
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  static Scenario dropsWhileSender(Ending ending) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Rival rival = Rival.starts(() -> ending.end(sender));
      boolean isDropped = channel.drop();
      rival.finish();
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
      Rival rival = Rival.starts(() -> hasArrived.set(stale.send(-1)));
      Channel.Sender fresh = channel.renew();
      playShots(channel, fresh);
      rival.finish();
      assertEquals(fresh == stale, hasArrived.get());
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** In no later shot does it show up, however late it ends. */
  static Scenario renewsWhileStaleSender(Ending ending) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      Rival rival = Rival.starts(() -> ending.end(stale));
      playShots(channel, channel.renew());
      playShots(channel, channel.sender());
      rival.finish();
      assertEquals(Poll.DISCONNECTED, channel.poll());
      assertTrue(channel.sender().send(3));
      assertEquals(3, channel.take());
    };
  }

  static Scenario renewsTwiceWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      Rival rival = Rival.starts(() -> stale.send(-1));
      Channel.Sender second = channel.renew();
      Rival other = Rival.starts(() -> second.send(-2));
      playShots(channel, channel.renew());
      rival.finish();
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
      Rival rival = Rival.starts(() -> hasArrived.set(stale.send(-1)));
      playShots(channel, channel.renew());
      rival.finish();
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
