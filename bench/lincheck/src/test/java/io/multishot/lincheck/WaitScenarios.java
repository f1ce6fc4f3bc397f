package io.multishot.lincheck;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A receiver that blocks, while its sender ends the shot. */
final class WaitScenarios {

  private WaitScenarios() {}

  static Scenario receivesWhileSender(Ending ending) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Opponent opponent = Opponent.starts(() -> ending.end(sender));
      ending.receiveFrom(channel);
      opponent.finish();
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** The first sender may unpark when the second shot is waited for. */
  static Scenario receivesTwice() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender first = channel.sender();
      Opponent opponent = Opponent.starts(() -> first.send(1));
      assertEquals(1, channel.receive());
      Channel.Sender second = channel.sender();
      Opponent other = Opponent.starts(() -> second.send(2));
      assertEquals(2, channel.receive());
      opponent.finish();
      other.finish();
    };
  }

  static Scenario replacesAWakerByItself() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count waker = new Count();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      boolean isRegistered = channel.poll(waker) == Poll.PENDING;
      boolean isStill = isRegistered && channel.poll() == Poll.PENDING;
      assertEquals(1, channel.receive());
      opponent.finish();
      assertTrue(waker.runs() <= (isRegistered ? 1 : 0));
      assertTrue(isStill || waker.runs() == (isRegistered ? 1 : 0));
    };
  }

  static Scenario isUnparkedByAStranger() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Thread self = Thread.currentThread();
      LockSupport.unpark(self); // and a permit that was there before
      Opponent stranger = Opponent.starts(() -> LockSupport.unpark(self));
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      assertEquals(1, channel.receive());
      stranger.finish();
      opponent.finish();
    };
  }

  static Scenario wasInterruptedBefore() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, channel::receive);
      assertEquals(Poll.PENDING, channel.poll());
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      assertEquals(1, channel.receive());
      opponent.finish();
    };
  }

  static Scenario isInterruptedWhileSending() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Thread self = Thread.currentThread();
      Opponent interrupter = Opponent.starts(self::interrupt);
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      receiveInterrupted(channel, interrupter, opponent);
    };
  }

  static Scenario isInterruptedByItsSender() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Thread self = Thread.currentThread();
      Opponent opponent =
          Opponent.starts(
              () -> {
                self.interrupt();
                assertTrue(sender.send(1));
              });
      receiveInterrupted(channel, opponent);
    };
  }

  /** Neither the value is lost, nor the interrupt. */
  private static void receiveInterrupted(Channel channel, Opponent... opponents) {
    long received = 0;
    boolean isTold = false;
    try {
      received = channel.receive();
    } catch (InterruptedException e) {
      isTold = true;
    }
    for (Opponent opponent : opponents) {
      opponent.finish();
    }
    boolean isPending = Thread.interrupted();
    assertTrue(isTold ^ isPending);
    assertEquals(1, isTold ? channel.take() : received);
  }

  static Scenario isInterruptedInVain() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Thread self = Thread.currentThread();
      Opponent interrupter = Opponent.starts(self::interrupt);
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      assertEquals(1, channel.receiveUninterruptibly());
      interrupter.finish();
      opponent.finish();
      assertTrue(Thread.interrupted());
    };
  }

  /** The clock stands still: only a limit of 0 ends by itself. */
  static Scenario receivesWithin(long nanos) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      long received;
      try {
        received = channel.receive(nanos);
        opponent.finish();
      } catch (TimeoutException e) {
        opponent.finish();
        received = channel.take();
      }
      assertEquals(1, received);
    };
  }

  /** Each of three threads owns the receiver for a while; the second waits. */
  static Scenario isHandedOver() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count waker = new Count();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      channel.poll(waker);
      Opponent owner = Opponent.starts(() -> assertEquals(1, channel.receive()));
      owner.finish();
      Channel.Sender next = channel.sender();
      Opponent other = Opponent.starts(() -> next.send(2));
      assertEquals(2, channel.receive());
      opponent.finish();
      other.finish();
    };
  }

  static Scenario isHandedOverByItsWaker() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      AtomicReference<@Nullable Opponent> owner = new AtomicReference<>();
      Runnable handOver =
          () ->
              owner.set(
                  Opponent.starts(
                      () -> {
                        assertEquals(1, channel.receive());
                        assertTrue(channel.sender().send(2));
                        assertEquals(2, channel.receive());
                      }));
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      if (channel.poll(handOver::run) != Poll.PENDING) {
        handOver.run();
      }
      opponent.finish();
      requireNonNull(owner.get()).finish();
    };
  }

  /** The thread that gave up is not woken in place of the one that waits now. */
  static Scenario isHandedOverWhenInterrupted() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Thread self = Thread.currentThread();
      Opponent interrupter = Opponent.starts(self::interrupt);
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(1)));
      try {
        assertEquals(1, channel.receive());
      } catch (InterruptedException e) {
        Opponent.starts(() -> assertEquals(1, channel.receive())).finish();
      }
      interrupter.finish();
      opponent.finish();
      boolean ignored = Thread.interrupted();
    };
  }
}
