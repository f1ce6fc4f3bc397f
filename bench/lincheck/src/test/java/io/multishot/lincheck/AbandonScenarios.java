package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A receiver that gives up, and a sender that wants to know of it. */
final class AbandonScenarios {

  private AbandonScenarios() {}

  static Scenario closesWhileSender(Ending ending) {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Opponent opponent = Opponent.starts(() -> ending.end(sender));
      channel.close();
      opponent.finish();
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
      Opponent opponent = Opponent.starts(() -> sender.onAbandoned(told));
      channel.close();
      opponent.finish();
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
      Opponent opponent = Opponent.starts(() -> stale.onAbandoned(told));
      Channel.Sender fresh = channel.renew();
      assertTrue(fresh.send(1));
      opponent.finish();
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
      Opponent opponent =
          Opponent.starts(
              () -> {
                sender.onAbandoned(first);
                sender.onAbandoned(second);
              });
      channel.close();
      opponent.finish();
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
      Opponent opponent =
          Opponent.starts(
              () -> {
                sender.onAbandoned(told);
                hasArrived.set(sender.send(1));
              });
      channel.close();
      opponent.finish();
      assertTrue(told.runs() <= (hasArrived.get() ? 0 : 1));
    };
  }

  /** What ends the next shot is nothing to the sender of this one. */
  static Scenario isNotToldOfTheNextShot() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count told = new Count();
      Opponent opponent =
          Opponent.starts(
              () -> {
                sender.onAbandoned(told);
                assertTrue(sender.send(1));
              });
      if (channel.poll() == Poll.PENDING) {
        opponent.finish();
      }
      assertEquals(1, channel.take());
      channel.sender();
      channel.close();
      opponent.finish();
      assertEquals(0, told.runs());
    };
  }

  /** The flag is final: once it is set, nothing arrives any more. */
  static Scenario looksWhetherItIsAbandoned() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Opponent opponent =
          Opponent.starts(
              () -> {
                boolean isAbandoned = sender.isAbandoned();
                boolean hasArrived = sender.send(1);
                assertFalse(isAbandoned && hasArrived);
              });
      boolean wasReady = channel.poll() == Poll.READY;
      channel.close();
      opponent.finish();
      assertFalse(wasReady && channel.poll() == Poll.READY);
    };
  }

  /** A third thread looks, while the sender sends in vain: what it has seen stays so. */
  static Scenario isSeenToBeAbandoned() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      AtomicBoolean hasArrived = new AtomicBoolean();
      AtomicBoolean wasAbandoned = new AtomicBoolean();
      Opponent opponent = Opponent.starts(() -> hasArrived.set(sender.send(1)));
      Opponent onlooker =
          Opponent.starts(
              () -> {
                wasAbandoned.set(sender.isAbandoned());
                assertTrue(sender.isAbandoned() || !wasAbandoned.get());
              });
      channel.renew();
      opponent.finish();
      onlooker.finish();
      assertFalse(hasArrived.get() && wasAbandoned.get());
    };
  }

  /** Whoever abandoned it sees that for as long as it looks, while the sender sends in vain. */
  static Scenario staysAbandonedWhileItSends() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      channel.renew();
      boolean wasAbandoned = sender.isAbandoned();
      assertTrue(sender.isAbandoned() || !wasAbandoned);
      opponent.finish();
    };
  }

  /** Its waker has returned, or is never run, when it has sent. */
  static Scenario waitsForItsWaker() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count begun = new Count();
      Count ended = new Count();
      Opponent opponent =
          Opponent.starts(
              () -> {
                sender.onAbandoned(
                    () -> {
                      begun.wake();
                      ended.wake();
                    });
                boolean hasArrived = sender.send(1);
                int runs = begun.runs();
                assertEquals(runs, ended.runs());
                assertTrue(runs <= (hasArrived ? 0 : 1));
              });
      channel.renew();
      opponent.finish();
      assertTrue(begun.runs() <= 1);
      assertEquals(begun.runs(), ended.runs());
    };
  }

  /** The waker uses the sender that it is told of. */
  static Scenario closesInsideItsWaker() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      Count told = new Count();
      Opponent opponent =
          Opponent.starts(
              () ->
                  sender.onAbandoned(
                      () -> {
                        told.wake();
                        sender.close();
                      }));
      playsOn(channel);
      opponent.finish();
      assertEquals(1, told.runs());
      assertTrue(sender.isAbandoned());
    };
  }

  // A shot that is left to a future.

  /** The value of a source that is late reaches no later shot. */
  static Scenario renewsWhileItsSourceCompletes() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      CompletableFuture<Long> source = new CompletableFuture<>();
      stale.sendFrom(source);
      Opponent opponent = Opponent.starts(() -> source.complete(-1L));
      playsOn(channel);
      opponent.finish();
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** As the receiver closes, so does the sender's owner, who has left the shot to a source. */
  static Scenario closesWhatIsLeftWhileClosing() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      CompletableFuture<Long> source = new CompletableFuture<>();
      stale.sendFrom(source);
      Opponent opponent = Opponent.starts(channel::close);
      stale.close();
      opponent.finish();
      source.complete(-1L);
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** Its waker is under the lease: it has returned, or is never run, when that is taken back. */
  static Scenario waitsForTheWakerOfWhatIsLeft() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      CompletableFuture<Long> source = new CompletableFuture<>();
      Count begun = new Count();
      Count ended = new Count();
      sender.onAbandoned(
          () -> {
            begun.wake();
            ended.wake();
          });
      sender.sendFrom(source);
      Opponent opponent =
          Opponent.starts(
              () -> {
                sender.close();
                assertEquals(begun.runs(), ended.runs());
              });
      channel.renew();
      int runs = begun.runs();
      opponent.finish();
      assertEquals(runs, begun.runs());
    };
  }

  /** The one or the other ends the shot. */
  static Scenario closesWhileItsSourceCompletes() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      CompletableFuture<Long> source = new CompletableFuture<>();
      Count waker = new Count();
      sender.sendFrom(source);
      assertEquals(Poll.PENDING, channel.poll(waker));
      Opponent opponent = Opponent.starts(() -> source.complete(1L));
      sender.close();
      opponent.finish();
      assertNull(opponent.uncaught());
      assertEquals(1, waker.runs());
      assertTrue(channel.poll() == Poll.READY ? channel.take() == 1 : channel.drop());
      playsOn(channel);
    };
  }

  /** It is closed and armed again, and the source is late. */
  static Scenario armsWhileItsSourceCompletes() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender sender = channel.sender();
      CompletableFuture<Long> source = new CompletableFuture<>();
      sender.sendFrom(source);
      Opponent opponent = Opponent.starts(() -> source.complete(-1L));
      sender.close();
      if (channel.poll() == Poll.PENDING) {
        opponent.finish(); // it has taken the shot, and is about to send
      }
      playsOn(channel);
      CompletableFuture<Long> another = new CompletableFuture<>();
      Channel.Sender next = channel.sender();
      next.sendFrom(another);
      another.complete(2L);
      assertEquals(2, channel.take());
      opponent.finish();
      assertNull(opponent.uncaught());
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** It is left to a source just as the receiver gives up: told once, and nothing arrives. */
  static Scenario leavesItWhileRenewing() {
    return subject -> {
      Channel channel = subject.open();
      Channel.Sender stale = channel.sender();
      CompletableFuture<Long> source = new CompletableFuture<>();
      Count told = new Count();
      stale.onAbandoned(told);
      Opponent opponent = Opponent.starts(() -> stale.sendFrom(source));
      playsOn(channel);
      opponent.finish();
      source.complete(-1L);
      assertEquals(1, told.runs());
      assertEquals(Poll.DISCONNECTED, channel.poll());
    };
  }

  /** Gives up the shot that is open, or drops its outcome, and plays the next one. */
  private static void playsOn(Channel channel) {
    Channel.Sender fresh = channel.renew();
    assertEquals(Poll.PENDING, channel.poll());
    assertTrue(fresh.send(1));
    assertEquals(1, channel.take());
  }
}
