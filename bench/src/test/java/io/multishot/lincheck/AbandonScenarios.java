package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import java.util.concurrent.atomic.AtomicBoolean;

/** A receiver that gives up, and a sender that wants to know of it. */
final class AbandonScenarios {

  private AbandonScenarios() {}

  static Scenario closesWhileSender(Ending ending) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Rival rival = Rival.starts(() -> ending.end(sender));
      channel.close();
      rival.finish();
      channel.close();
      assertEquals(Poll.DISCONNECTED, channel.poll());
      assertThrows(IllegalStateException.class, channel::take);
      assertNull(channel.trySender());
      assertTrue(sender.isAbandoned());
    };
  }

  static Scenario asksToBeToldWhileClosing() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count told = new Count();
      Rival rival = Rival.starts(() -> sender.onAbandoned(told));
      channel.close();
      rival.finish();
      assertEquals(1, told.runs());
      assertTrue(sender.isAbandoned());
      assertFalse(sender.send(1));
      assertEquals(1, told.runs());
    };
  }

  static Scenario asksToBeToldWhileRenewing() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      Count told = new Count();
      Rival rival = Rival.starts(() -> stale.onAbandoned(told));
      Channel.Sender fresh = channel.renew();
      assertTrue(fresh.send(1));
      rival.finish();
      assertEquals(1, told.runs());
      assertEquals(1, channel.take());
      assertFalse(fresh.isAbandoned());
    };
  }

  /** The last that it asked with is told, and each at most once. */
  static Scenario asksTwiceToBeTold() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count first = new Count();
      Count second = new Count();
      Rival rival =
          Rival.starts(
              () -> {
                sender.onAbandoned(first);
                sender.onAbandoned(second);
              });
      channel.close();
      rival.finish();
      assertTrue(first.runs() <= 1);
      assertEquals(1, second.runs());
    };
  }

  /** Who was told has not sent. */
  static Scenario asksToBeToldAndSends() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count told = new Count();
      AtomicBoolean hasArrived = new AtomicBoolean();
      Rival rival =
          Rival.starts(
              () -> {
                sender.onAbandoned(told);
                hasArrived.set(sender.send(1));
              });
      channel.close();
      rival.finish();
      assertTrue(told.runs() <= (hasArrived.get() ? 0 : 1));
    };
  }

  /** What ends the next shot is nothing to the sender of this one. */
  static Scenario isNotToldOfTheNextShot() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count told = new Count();
      Rival rival =
          Rival.starts(
              () -> {
                sender.onAbandoned(told);
                assertTrue(sender.send(1));
              });
      if (channel.poll() == Poll.PENDING) {
        rival.finish();
      }
      assertEquals(1, channel.take());
      channel.sender();
      channel.close();
      rival.finish();
      assertEquals(0, told.runs());
    };
  }

  /** The flag is final: once it is set, nothing arrives any more. */
  static Scenario looksWhetherItIsAbandoned() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Rival rival =
          Rival.starts(
              () -> {
                boolean isAbandoned = sender.isAbandoned();
                boolean hasArrived = sender.send(1);
                assertFalse(isAbandoned && hasArrived);
              });
      boolean wasReady = channel.poll() == Poll.READY;
      channel.close();
      rival.finish();
      assertFalse(wasReady && channel.poll() == Poll.READY);
    };
  }
}
