package io.multishot.contract;

import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A slab's shot allocates nothing, whichever way it goes. */
@Tag("production")
final class SlabAllocationTest {

  private static final Waker WAKER = () -> {};
  private static final Executor INLINE = Runnable::run;

  private final LongSlab slab = LongSlab.open(64, 1);
  private final ObjectSlab objects = ObjectSlab.open(64, 1);
  private final MemoSlab memos = MemoSlab.open(64, 1);
  private final MemoSlab.Copy copy = new MemoSlab.Copy();
  private final LongSlab.Handler handler = (id, value) -> require(value == 5);
  private final MemoSlab.Handler partsHandler = (id, bid, text) -> require(bid == 5);

  /** One shot, from its acquisition to its end. */
  private interface Way {
    void go() throws Exception;
  }

  private record Case(String name, Way way) {}

  @TestFactory
  Stream<DynamicTest> shot_eachWay_allocatesNothing() {
    return Stream.of(
            new Case("taken", this::takeOne),
            new Case("received", this::receiveOne),
            new Case("polled with a waker", this::wakeOne),
            new Case("handled", this::handleOne),
            new Case("handled by an executor", this::handleOneByExecutor),
            new Case("abandoned", this::abandonOne),
            new Case("with a deadline", this::takeOneInTime),
            new Case("of a reference", this::takeReference),
            new Case("of a message", this::copyOne),
            new Case("of a message, handled", this::handleParts),
            new Case("late", this::sendLate))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each.way())));
  }

  private static void check(Way way) throws Exception {
    Allocated.assertNothing(Allocated.times(100_000, way::go));
  }

  /** A check that the compiler cannot remove. */
  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError("a value was lost or changed");
    }
  }

  private void takeOne() {
    long id = slab.acquire();
    require(slab.send(id, 5));
    require(slab.poll(id) == Poll.READY);
    require(slab.take(id) == 5);
  }

  private void receiveOne() throws Exception {
    long id = slab.acquire();
    require(slab.send(id, 5));
    require(slab.receive(id) == 5);
  }

  private void wakeOne() {
    long id = slab.acquire();
    require(slab.poll(id, WAKER) == Poll.PENDING);
    require(slab.send(id, 5));
    require(slab.take(id) == 5);
  }

  private void handleOne() {
    long id = slab.acquire();
    slab.onReceive(id, handler);
    require(slab.send(id, 5));
  }

  private void handleOneByExecutor() {
    long id = slab.acquire();
    slab.onReceive(id, handler, INLINE);
    require(slab.send(id, 5));
  }

  private void abandonOne() {
    long id = slab.acquire();
    slab.onReceive(id, handler);
    require(slab.abandon(id));
  }

  private void takeOneInTime() {
    long id = slab.acquire(7);
    require(slab.send(id, 5));
    require(slab.take(id) == 5);
    require(slab.expire(8) == 0);
  }

  private void takeReference() {
    long id = objects.acquire();
    require(objects.send(id, "five"));
    require(objects.take(id) == "five");
  }

  private void copyOne() {
    long id = memos.acquire();
    require(memos.send(id, 5, "five"));
    require(memos.take(id, copy).bid() == 5);
  }

  private void handleParts() {
    long id = memos.acquire();
    memos.onReceive(id, partsHandler);
    require(memos.send(id, 5, "five"));
  }

  private void sendLate() {
    long id = slab.acquire();
    require(slab.abandon(id));
    require(!slab.send(id, 5));
  }
}
