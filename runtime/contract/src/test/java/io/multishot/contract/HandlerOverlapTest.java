package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs of one receiver's handlers do not overlap in pools, and may be as many as one likes. */
final class HandlerOverlapTest {

  private static final int RUNS = 2_000;

  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final ExecutorService otherPool = Executors.newFixedThreadPool(2);
  private final ExecutorService senders = Executors.newSingleThreadExecutor();

  @AfterEach
  void endThreads() throws Exception {
    for (ExecutorService executor : List.of(senders, pool, otherPool)) {
      executor.shutdown();
      assertTrue(executor.awaitTermination(TestThreads.PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }
  }

  @Test
  void runs_byOnePool_doNotOverlap() {
    assertNoOverlap(run -> pool);
  }

  @Test
  void runs_byAnExecutorThatIsNewAtEachCall_doNotOverlap() {
    assertNoOverlap(run -> task -> pool.execute(task));
  }

  @Test
  void runs_byTwoPoolsInTurn_doNotOverlap() {
    assertNoOverlap(run -> (run & 1) == 0 ? pool : otherPool);
  }

  @Test
  void runs_byAPoolAndTheSenderInTurn_doNotOverlap() {
    assertNoOverlap(run -> (run & 1) == 0 ? null : pool);
  }

  /** The handler's own state is not synchronized, by right. */
  private void assertNoOverlap(IntFunction<@Nullable Executor> executors) {
    LongChannel.Receiver receiver = LongChannel.open();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    CountDownLatch over = new CountDownLatch(1);
    int[] runs = new int[1];
    LongChannel.Handler handler =
        new LongChannel.Handler() {
          @Override
          public void received(long value) {
            if (inside.incrementAndGet() > 1) {
              overlaps.incrementAndGet();
            }
            int run = (int) value;
            if (run < RUNS && overlaps.get() == 0) {
              sendNext(this, run + 1);
            }
            for (int spins = 0; spins < 1_000; spins++) {
              Thread.onSpinWait(); // its last work: the next outcome is there long before
            }
            runs[0]++;
            inside.decrementAndGet();
            if (run == RUNS || overlaps.get() > 0) {
              over.countDown();
            }
          }

          private void sendNext(LongChannel.Handler self, int run) {
            LongChannel.Sender sender = receiver.sender();
            Executor executor = executors.apply(run);
            if (executor == null) {
              receiver.onReceive(self);
            } else {
              receiver.onReceive(self, executor);
            }
            senders.execute(() -> sender.send(run));
          }
        };
    LongChannel.Sender sender = receiver.sender();
    receiver.onReceive(handler);
    sender.send(1);
    TestThreads.awaitUninterruptibly(over);
    assertEquals(0, overlaps.get());
    assertEquals(RUNS, runs[0]);
  }

  /** Each is run inside the other's, but not inside its own. */
  @Test
  void handlersOfTwoReceivers_thatSendToEachOther_needNoDeepStack() throws Exception {
    long shots = 1_000_000;
    UnpaddedLongChannel.Receiver[] receivers = {
      UnpaddedLongChannel.open(), UnpaddedLongChannel.open()
    };
    UnpaddedLongChannel.Sender[] senders = new UnpaddedLongChannel.Sender[2];
    int[] depths = new int[2];
    int[] deepest = new int[2];
    CountDownLatch over = new CountDownLatch(1);
    UnpaddedLongChannel.Handler[] handlers = new UnpaddedLongChannel.Handler[2];
    for (int i = 0; i < 2; i++) {
      int own = i;
      handlers[own] =
          left -> {
            deepest[own] = Math.max(deepest[own], ++depths[own]);
            UnpaddedLongChannel.Sender next = senders[1 - own];
            senders[own] = receivers[own].sender();
            receivers[own].onReceive(handlers[own]);
            if (left > 0) {
              next.send(left - 1);
            }
            depths[own]--;
            if (left == 0) {
              over.countDown();
            }
          };
      senders[own] = receivers[own].sender();
      receivers[own].onReceive(handlers[own]);
    }
    assertEquals(List.of(), SmallStack.run(() -> senders[0].send(shots)));
    TestThreads.awaitUninterruptibly(over);
    assertEquals(List.of(1, 1), List.of(deepest[0], deepest[1]));
  }
}
