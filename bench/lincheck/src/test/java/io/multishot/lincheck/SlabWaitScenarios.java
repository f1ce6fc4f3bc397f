package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** An owner of a slab's shot that blocks, while somebody else ends the shot. */
final class SlabWaitScenarios {

  private SlabWaitScenarios() {}

  private static LongSlab open() {
    return LongSlab.open(SlabOperations.SLOTS, 1);
  }

  static Scenario receivesWhileSending() {
    return subject -> {
      LongSlab slab = open();
      long id = slab.acquire();
      Opponent opponent = Opponent.starts(() -> assertTrue(slab.send(id, 1)));
      assertEquals(1, slab.receive(id));
      opponent.finish();
      assertEquals(0, slab.inFlight());
    };
  }

  /** The first sender may unpark when the second shot is waited for. */
  static Scenario receivesTwice() {
    return subject -> {
      LongSlab slab = open();
      long first = slab.acquire();
      Opponent opponent = Opponent.starts(() -> slab.send(first, 1));
      assertEquals(1, slab.receive(first));
      long second = slab.acquire();
      Opponent other = Opponent.starts(() -> slab.send(second, 2));
      assertEquals(2, slab.receive(second));
      opponent.finish();
      other.finish();
    };
  }

  static Scenario awaitsWhileAbandoned() {
    return subject -> {
      LongSlab slab = open();
      long id = slab.acquire();
      Opponent opponent = Opponent.starts(() -> assertTrue(slab.abandon(id)));
      assertEquals(Poll.UNKNOWN, slab.await(id));
      opponent.finish();
      assertFalse(slab.send(id, 1));
      assertEquals(0, slab.inFlight());
    };
  }

  /** And another shot is opened, as often as not in the same slot. */
  static Scenario awaitsWhileItsSlotIsUsedAgain() {
    return subject -> {
      LongSlab slab = LongSlab.open(1, 1);
      long id = slab.acquire();
      AtomicReference<Poll> next = new AtomicReference<>();
      Opponent opponent =
          Opponent.starts(
              () -> {
                slab.abandon(id);
                next.set(slab.poll(slab.acquire(), new Count()));
              });
      assertEquals(Poll.UNKNOWN, slab.await(id));
      opponent.finish();
      assertEquals(Poll.PENDING, next.get());
      assertEquals(1, slab.failAll(new IllegalStateException()));
    };
  }

  static Scenario receivesWhileClosing() {
    return subject -> {
      LongSlab slab = open();
      long id = slab.acquire();
      IllegalStateException cause = new IllegalStateException();
      Opponent opponent = Opponent.starts(() -> slab.close(cause));
      assertSame(cause, slab, id);
      opponent.finish();
      assertEquals(LongSlab.NONE, slab.tryAcquire());
    };
  }

  private static void assertSame(Throwable cause, LongSlab slab, long id) {
    assertEquals(cause, assertThrows(CompletionException.class, () -> slab.receive(id)).getCause());
  }

  static Scenario receivesWithin(long nanos) {
    return subject -> {
      LongSlab slab = open();
      long id = slab.acquire();
      AtomicBoolean isSent = new AtomicBoolean();
      Opponent opponent = Opponent.starts(() -> isSent.set(slab.send(id, 1)));
      boolean isReceived;
      try {
        assertEquals(1, slab.receive(id, nanos, TimeUnit.NANOSECONDS));
        isReceived = true;
      } catch (TimeoutException late) {
        isReceived = false;
      }
      opponent.finish();
      assertEquals(isReceived, isSent.get());
      assertEquals(0, slab.inFlight());
    };
  }

  static Scenario isInterruptedWhileSending() {
    return subject -> {
      LongSlab slab = open();
      long id = slab.acquire();
      Thread self = Thread.currentThread();
      AtomicBoolean isSent = new AtomicBoolean();
      Opponent opponent =
          Opponent.starts(
              () -> {
                self.interrupt();
                isSent.set(slab.send(id, 1));
              });
      boolean isTold = false;
      try {
        assertEquals(1, slab.receive(id));
      } catch (InterruptedException e) {
        isTold = true;
      }
      opponent.finish();
      assertTrue(isTold ^ Thread.interrupted());
      assertEquals(isTold, !isSent.get());
      assertEquals(0, slab.inFlight());
    };
  }
}
