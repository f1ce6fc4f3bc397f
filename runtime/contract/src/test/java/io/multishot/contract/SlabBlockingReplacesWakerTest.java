package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Slab;
import io.multishot.SlabShot;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link BlockingReplacesWakerTest}, for the shots of a slab. */
final class SlabBlockingReplacesWakerTest {

  private interface Wait {
    void in(Slab<?, ?> slab, long id) throws InterruptedException;
  }

  private final AtomicInteger wakes = new AtomicInteger();

  static List<Slab<?, ?>> slabs() {
    return List.of(LongSlab.open(1), ObjectSlab.open(1), BusyLongSlab.open(1));
  }

  private void assertReplacesTheWaker(Slab<?, ?> slab, Wait wait) throws InterruptedException {
    long id = slab.acquire();
    assertEquals(Poll.PENDING, slab.poll(id, wakes::incrementAndGet));
    wait.in(slab, id);
    assertTrue(slab.fail(id, new Exception()));
    assertTrue(slab.abandon(id));
    assertEquals(0, wakes.get());
  }

  @ParameterizedTest
  @MethodSource("slabs")
  void await_whoseTimeIsUp_hasReplacedTheWaker(Slab<?, ?> slab) throws Exception {
    assertReplacesTheWaker(
        slab, (of, id) -> assertEquals(Poll.PENDING, of.await(id, 1, TimeUnit.NANOSECONDS)));
  }

  @ParameterizedTest
  @MethodSource("slabs")
  void awaitAny_whoseTimeIsUp_hasReplacedTheShotsWaker(Slab<?, ?> slab) throws Exception {
    SlabShot shot = SlabShot.of(slab);
    assertReplacesTheWaker(
        slab,
        (of, id) -> {
          shot.set(id);
          assertEquals(
              ReceiverGroup.PENDING, ReceiverGroup.of(shot).awaitAny(1, TimeUnit.NANOSECONDS));
        });
  }
}
