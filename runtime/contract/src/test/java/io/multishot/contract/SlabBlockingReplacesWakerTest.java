package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.SlabShot;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** As {@link BlockingReplacesWakerTest}, for the shots of a slab. */
final class SlabBlockingReplacesWakerTest {

  private final AtomicInteger wakes = new AtomicInteger();

  @Test
  void await_whoseTimeIsUp_hasReplacedTheWaker() throws Exception {
    LongSlab slab = LongSlab.open(1);
    long id = slab.acquire();
    assertEquals(Poll.PENDING, slab.poll(id, wakes::incrementAndGet));
    assertEquals(Poll.PENDING, slab.await(id, 1, TimeUnit.NANOSECONDS));
    assertTrue(slab.send(id, 7));
    assertEquals(7, slab.take(id));
    assertEquals(0, wakes.get());
  }

  @Test
  void await_onABusySlab_whoseTimeIsUp_hasReplacedTheWaker() throws Exception {
    BusyLongSlab slab = BusyLongSlab.open(1);
    long id = slab.acquire();
    assertEquals(Poll.PENDING, slab.poll(id, wakes::incrementAndGet));
    assertEquals(Poll.PENDING, slab.await(id, 1, TimeUnit.NANOSECONDS));
    assertTrue(slab.send(id, 7));
    assertEquals(7, slab.take(id));
    assertEquals(0, wakes.get());
  }

  @Test
  void awaitAny_whoseTimeIsUp_hasReplacedTheShotsWaker() throws Exception {
    LongSlab slab = LongSlab.open(1);
    long id = slab.acquire();
    assertEquals(Poll.PENDING, slab.poll(id, wakes::incrementAndGet));
    SlabShot shot = SlabShot.of(slab);
    shot.set(id);
    assertEquals(ReceiverGroup.PENDING, ReceiverGroup.of(shot).awaitAny(1, TimeUnit.NANOSECONDS));
    assertTrue(slab.send(id, 7));
    assertEquals(7, slab.take(id));
    assertEquals(0, wakes.get());
  }
}
