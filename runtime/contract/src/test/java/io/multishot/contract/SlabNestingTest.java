package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Callbacks of a slab that end other shots need little stack, and each is run. */
final class SlabNestingTest {

  private static final int LINKS = 200_000;

  private final LongSlab slab = LongSlab.open(512, 1);
  private long ran;

  /** Opens a shot with a handler, and ends it; the handler does the same, so many times. */
  private void link(long left) {
    long id = slab.acquire();
    slab.onReceive(
        id,
        (received, value) -> {
          ran++;
          if (value > 0) {
            link(value - 1);
          }
        });
    assertTrue(slab.send(id, left));
  }

  @Test
  void chainOfHandlers_ofAnyLength_isRunToItsEnd() {
    link(LINKS);
    assertEquals(LINKS + 1, ran);
    assertEquals(0, slab.inFlight());
  }

  /** As {@link #link}, by an executor that runs its task at once. */
  private void linkByExecutor(long left) {
    long id = slab.acquire();
    slab.onReceive(
        id,
        (received, value) -> {
          ran++;
          if (value > 0) {
            linkByExecutor(value - 1);
          }
        },
        Runnable::run);
    assertTrue(slab.send(id, left));
  }

  @Test
  void chainOfHandlers_byAnExecutorThatRunsThemAtOnce_isRunToItsEnd() {
    linkByExecutor(LINKS);
    assertEquals(LINKS + 1, ran);
    assertEquals(0, slab.inFlight());
  }

  private void linkByFuture(long left) {
    long id = slab.acquire();
    CompletableFuture<Void> dependent =
        slab.toFuture(id)
            .thenAccept(
                value -> {
                  ran++;
                  if (value > 0) {
                    linkByFuture(value - 1);
                  }
                });
    assertTrue(slab.send(id, left));
    assertEquals(false, dependent.isCompletedExceptionally());
  }

  @Test
  void chainOfFutures_ofAnyLength_isRunToItsEnd() {
    linkByFuture(LINKS);
    assertEquals(LINKS + 1, ran);
    assertEquals(0, slab.inFlight());
  }

  /** Nests as deep as handlers may, and then ends many shots at once. */
  private void fanOut(int depth, int width, List<Long> values) {
    long id = slab.acquire();
    slab.onReceive(
        id,
        (received, value) -> {
          if (depth > 0) {
            fanOut(depth - 1, width, values);
            return;
          }
          for (int i = 0; i < width; i++) {
            long each = slab.acquire();
            slab.onReceive(each, (late, number) -> values.add(number));
            assertTrue(slab.send(each, i));
          }
        });
    assertTrue(slab.send(id, 0));
  }

  @Test
  void handlersThatAreDueTogether_areRunInTheirOrder() {
    for (int width : IntStream.of(1, 16, 17, 100, 300).toArray()) {
      List<Long> values = new ArrayList<>();
      fanOut(20, width, values);
      assertEquals(LongStream.range(0, width).boxed().toList(), values);
      assertEquals(0, slab.inFlight());
    }
  }

  @Test
  void handlerThatThrows_inAChain_keepsNoneFromRunning() {
    Thread current = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = current.getUncaughtExceptionHandler();
    List<Throwable> uncaught = new ArrayList<>();
    current.setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    try {
      linkAndThrow(100);
    } finally {
      current.setUncaughtExceptionHandler(before);
    }
    assertEquals(101, ran);
    assertEquals(101, uncaught.size());
    assertEquals(0, slab.inFlight());
  }

  private void linkAndThrow(long left) {
    long id = slab.acquire();
    slab.onReceive(
        id,
        (received, value) -> {
          ran++;
          if (value > 0) {
            linkAndThrow(value - 1);
          }
          throw new IllegalStateException("thrown by a handler");
        });
    assertTrue(slab.send(id, left));
  }
}
