package io.multishot.lincheck;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A receiver that polls with wakers, while its sender ends the shot. */
final class WakerScenarios {

  private WakerScenarios() {}

  static Scenario registersWhileSender(Ending ending) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count waker = new Count();
      Opponent opponent = Opponent.starts(() -> ending.end(sender));
      boolean isRegistered = channel.poll(waker) == Poll.PENDING;
      opponent.finish();
      assertEquals(isRegistered ? 1 : 0, waker.runs());
      assertEquals(ending.outcome(), channel.poll(waker));
      assertEquals(isRegistered ? 1 : 0, waker.runs());
    };
  }

  /** Only the last that was registered is run. */
  static Scenario replacesItsWaker(int times) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      Count[] wakers = new Count[times + 1];
      @Nullable Count registered = null;
      for (int i = 0; i <= times; i++) {
        Count waker = new Count();
        wakers[i] = waker;
        if (channel.poll(waker) == Poll.PENDING) {
          registered = waker;
        }
      }
      opponent.finish();
      for (Count waker : wakers) {
        assertEquals(waker == registered ? 1 : 0, waker.runs());
      }
      assertEquals(1, channel.take());
    };
  }

  static Scenario pollsAgainWithTheSameWaker() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count waker = new Count();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      boolean isRegistered = channel.poll(waker) == Poll.PENDING;
      channel.poll(waker);
      channel.poll(waker);
      opponent.finish();
      assertEquals(isRegistered ? 1 : 0, waker.runs());
      assertEquals(1, channel.take());
    };
  }

  /** It sees the value without having been woken; the sender is still about to wake it. */
  static Scenario recyclesInsideSend() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count first = new Count();
      Count second = new Count();
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      boolean isRegistered = channel.poll(first) == Poll.PENDING;
      if (channel.poll() == Poll.PENDING) {
        opponent.finish();
      }
      assertEquals(1, channel.take());
      Channel.Sender again = channel.sender();
      assertEquals(Poll.PENDING, channel.poll(second));
      assertEquals(0, second.runs());
      assertTrue(again.send(2));
      assertEquals(1, second.runs());
      opponent.finish();
      assertEquals(isRegistered ? 1 : 0, first.runs());
      assertEquals(1, second.runs());
      assertEquals(2, channel.take());
    };
  }

  static Scenario takesInsideItsWaker() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      AtomicInteger runs = new AtomicInteger();
      AtomicLong taken = new AtomicLong();
      Waker waker =
          () -> {
            runs.incrementAndGet();
            taken.set(channel.take());
          };
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      if (channel.poll(waker) != Poll.PENDING) {
        waker.wake();
      }
      opponent.finish();
      assertNull(opponent.uncaught());
      assertEquals(1, runs.get());
      assertEquals(1, taken.get());
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** The next sender sends while the first has not come back from its waker. */
  static Scenario recyclesInsideItsWaker() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count second = new Count();
      AtomicBoolean isRegistered = new AtomicBoolean();
      AtomicReference<@Nullable Opponent> next = new AtomicReference<>();
      Waker first =
          () -> {
            assertEquals(1, channel.take());
            Channel.Sender again = channel.sender();
            next.set(Opponent.starts(() -> assertTrue(again.send(2))));
            isRegistered.set(channel.poll(second) == Poll.PENDING);
          };
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      if (channel.poll(first) != Poll.PENDING) {
        first.wake();
      }
      opponent.finish();
      assertNull(opponent.uncaught());
      requireNonNull(next.get()).finish();
      assertEquals(isRegistered.get() ? 1 : 0, second.runs());
      assertEquals(2, channel.take());
    };
  }

  static Scenario closesInsideItsWaker() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      if (channel.poll(channel::close) != Poll.PENDING) {
        channel.close();
      }
      opponent.finish();
      assertNull(opponent.uncaught());
      assertEquals(Poll.DISCONNECTED, channel.poll());
      assertThrows(IllegalStateException.class, channel::take);
      assertThrows(IllegalStateException.class, channel::sender);
    };
  }

  static Scenario throwsFromItsWaker() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      IllegalStateException thrown = new IllegalStateException("the waker's own");
      Waker waker =
          () -> {
            throw thrown;
          };
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      boolean isRegistered = channel.poll(waker) == Poll.PENDING;
      opponent.finish();
      assertSame(isRegistered ? thrown : null, opponent.uncaught());
      assertEquals(1, channel.take());
      Channel.Sender next = channel.sender();
      assertTrue(next.send(2));
      assertEquals(2, channel.take());
    };
  }

  static Scenario withdrawsWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count waker = new Count();
      assertEquals(Poll.PENDING, channel.poll(waker));
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      boolean isBack = channel.withdraw();
      opponent.finish();
      assertEquals(isBack ? 0 : 1, waker.runs());
      assertEquals(1, channel.take());
    };
  }

  /** Woken if, and only if, the sender was told that the value has arrived. */
  static Scenario closesWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count waker = new Count();
      AtomicBoolean hasArrived = new AtomicBoolean();
      assertEquals(Poll.PENDING, channel.poll(waker));
      Opponent opponent = Opponent.starts(() -> hasArrived.set(sender.send(1)));
      channel.close();
      opponent.finish();
      assertEquals(hasArrived.get() ? 1 : 0, waker.runs());
      assertEquals(Poll.DISCONNECTED, channel.poll());
      assertThrows(IllegalStateException.class, channel::take);
    };
  }
}
