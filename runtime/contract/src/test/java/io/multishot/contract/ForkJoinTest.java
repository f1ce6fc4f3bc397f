package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tasks of a fork-join pool that wait for other tasks of that pool do not starve them: as with
 * {@code CompletableFuture.join}, the pool makes up for a worker that is blocked.
 */
final class ForkJoinTest {

  private static final int TASKS = 64;

  /** How a task waits for the value of another. */
  private enum Wait {
    RECEIVE {
      @Override
      long receive(LongChannel.Receiver receiver) throws Exception {
        return receiver.receive();
      }
    },
    RECEIVE_WITHIN_A_TIME {
      @Override
      long receive(LongChannel.Receiver receiver) throws Exception {
        return receiver.receive(1, TimeUnit.HOURS);
      }
    },
    RECEIVE_UNINTERRUPTIBLY {
      @Override
      long receive(LongChannel.Receiver receiver) {
        return receiver.receiveUninterruptibly();
      }
    },
    AWAIT {
      @Override
      long receive(LongChannel.Receiver receiver) throws Exception {
        assertEquals(Poll.READY, receiver.await());
        return receiver.take();
      }
    },
    AWAIT_WITHIN_A_TIME {
      @Override
      long receive(LongChannel.Receiver receiver) throws Exception {
        assertEquals(Poll.READY, receiver.await(1, TimeUnit.HOURS));
        return receiver.take();
      }
    },
    AWAIT_ANY {
      @Override
      long receive(LongChannel.Receiver receiver) throws Exception {
        assertEquals(0, ReceiverGroup.of(receiver).awaitAny());
        return receiver.take();
      }
    },
    AWAIT_ANY_WITHIN_A_TIME {
      @Override
      long receive(LongChannel.Receiver receiver) throws Exception {
        assertEquals(0, ReceiverGroup.of(receiver).awaitAny(1, TimeUnit.HOURS));
        return receiver.take();
      }
    },
    AWAIT_ALL {
      @Override
      long receive(LongChannel.Receiver receiver) throws Exception {
        ReceiverGroup.of(receiver).awaitAll();
        return receiver.take();
      }
    },
    FUTURE {
      @Override
      long receive(LongChannel.Receiver receiver) {
        return receiver.toFuture().join();
      }
    };

    abstract long receive(LongChannel.Receiver receiver) throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void wait_byATaskForAnotherOfItsPool_doesNotStarveIt(Wait wait) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    Queue<LongChannel.Sender> unanswered = new ConcurrentLinkedQueue<>();
    CountDownLatch received = new CountDownLatch(TASKS);
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    try {
      for (int i = 0; i < TASKS; i++) {
        pool.execute(
            () -> {
              LongChannel.Receiver receiver = LongChannel.open();
              unanswered.add(receiver.sender());
              pool.execute(() -> answer(unanswered));
              try {
                assertEquals(1, wait.receive(receiver));
                received.countDown();
              } catch (Throwable t) {
                thrown.compareAndSet(null, t);
              }
            });
      }
      assertTrue(Soon.comes(received), () -> "starved: " + received.getCount());
      assertEquals(null, thrown.get());
    } finally {
      pool.shutdownNow();
      TestThreads.await(
          () -> {
            answer(unanswered); // or a starved task would wait for ever
            return pool.isTerminated();
          });
    }
  }

  private static void answer(Queue<LongChannel.Sender> unanswered) {
    LongChannel.Sender sender = unanswered.poll();
    if (sender != null) {
      sender.send(1);
    }
  }

  /** It may be refused, where the pool may have no further thread: nothing is left behind. */
  @Test
  void receive_inAPoolThatMayNotGrow_leavesNothingRegistered() throws Exception {
    ForkJoinPool pool =
        new ForkJoinPool(
            1,
            ForkJoinPool.defaultForkJoinWorkerThreadFactory,
            null,
            false,
            1,
            1,
            1,
            null,
            1,
            TimeUnit.SECONDS);
    LongChannel.Receiver receiver = LongChannel.open();
    LongChannel.Sender sender = receiver.sender();
    int[] wakes = new int[1];
    Waker waker = () -> wakes[0]++;
    try {
      pool.submit(
              () -> {
                try {
                  receiver.receive(1, TimeUnit.MILLISECONDS);
                } catch (TimeoutException | RejectedExecutionException noOutcome) {
                  assertFalse(receiver.withdraw());
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                assertEquals(Poll.PENDING, receiver.poll(waker));
              })
          .get(TestThreads.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertTrue(sender.send(1));
      assertEquals(1, wakes[0]);
      assertEquals(1, receiver.take());
    } finally {
      pool.shutdownNow();
    }
  }
}
