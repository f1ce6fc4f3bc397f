package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Executors that do not keep to the rules, and the handlers of a slab's next shots. */
final class SlabExecutorTest {

  private final LongSlab slab = LongSlab.open(1, 1);
  private final Queue<Runnable> queue = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private final List<Throwable> uncaught = new ArrayList<>();
  private Thread.@Nullable UncaughtExceptionHandler before;

  @BeforeEach
  void catchWhatIsUncaught() {
    before = Thread.currentThread().getUncaughtExceptionHandler();
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setUncaughtExceptionHandler(before);
  }

  private final LongSlab.Handler teller =
      new LongSlab.Handler() {
        @Override
        public void received(long id, long value) {
          told.add("value " + value);
        }

        @Override
        public void failed(long id, Throwable failure) {
          told.add(failure.getClass().getSimpleName());
        }
      };

  /** The slot's next shot, which the handler opens and ends, has an executor that accepts. */
  @Test
  void onReceive_byAnExecutorThatRunsAndRefuses_doesNotRefuseTheNextShot() {
    long id = slab.acquire();
    long[] next = new long[1];
    slab.onReceive(
        id,
        (received, value) -> {
          told.add("value " + value);
          next[0] = slab.acquire();
          slab.onReceive(next[0], teller, queue::add);
          assertTrue(slab.fail(next[0], new IllegalStateException()));
        },
        task -> {
          task.run();
          throw new RejectedExecutionException("run, and refused");
        });
    assertTrue(slab.send(id, 5));
    assertEquals(Poll.UNKNOWN, slab.poll(next[0]), "it is its executor's");
    assertEquals(List.of("value 5"), told);
    queue.remove().run();
    assertEquals(List.of("value 5", "IllegalStateException"), told);
    assertEquals(0, slab.inFlight());
    assertEquals(1, uncaught.size(), uncaught::toString);
  }

  @Test
  void onReceive_byAnExecutorThatRefusesAndRuns_leavesTheOutcome() {
    long id = slab.acquire();
    slab.onReceive(
        id,
        teller,
        task -> {
          queue.add(task);
          throw new RejectedExecutionException("refused, and kept");
        });
    assertTrue(slab.send(id, 5));
    assertEquals(Poll.READY, slab.poll(id));
    slab.onReceive(id, teller, queue::add);
    queue.remove().run();
    assertEquals(List.of(), told, "refused is refused");
    queue.remove().run();
    assertEquals(List.of("value 5"), told);
    assertEquals(0, slab.inFlight());
  }
}
