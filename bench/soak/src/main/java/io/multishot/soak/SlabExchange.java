package io.multishot.soak;

import io.multishot.Poll;
import io.multishot.Waker;
import io.multishot.fixtures.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * Owners that share a slab, workers that answer, and a thread that walks over it: has its shots
 * expire, fails them all now and then, and closes the slab, so that another one takes its place.
 */
final class SlabExchange {

  private static final int OWNERS = 3;
  private static final int WORKERS = 2;

  /** Walks from one sweep, and from one slab, to the next. */
  private static final int WALKS_PER_SWEEP = 40;

  private static final int WALKS_PER_EPOCH = 150;

  private final Harness harness;
  private final IntFunction<Replies> slabs;
  private final long seed;
  private final int capacity;
  private final List<SlabEpoch> epochs = new ArrayList<>();
  private final List<Thread> owners = new ArrayList<>();
  private final AtomicBoolean isOver = new AtomicBoolean();
  private volatile SlabEpoch current;

  /**
   * Makes an exchange.
   *
   * @param slabs opens a slab of so many slots
   */
  SlabExchange(Harness harness, IntFunction<Replies> slabs, long seed) {
    this.harness = harness;
    this.slabs = slabs;
    this.seed = seed;
    this.capacity = 1 + (int) (seed >>> 33) % 5;
    this.current = open();
  }

  private SlabEpoch open() {
    SlabEpoch opened = new SlabEpoch(slabs.apply(capacity), capacity);
    epochs.add(opened);
    harness.watch(opened);
    return opened;
  }

  void start(Threads ownerThreads, Threads workers, int shots, BooleanSupplier isTimeUp) {
    Queue<SlabRequest> requests = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < WORKERS; i++) {
      harness.start("worker-" + i, workers, new SlabWorker(harness, requests, isOver::get));
    }
    Tasks tasks = new Tasks(harness, isOver::get);
    harness.start("executor", workers, tasks);
    Waker shared = () -> owners.forEach(LockSupport::unpark);
    AtomicInteger left = new AtomicInteger(OWNERS);
    List<SlabOwner> all = new ArrayList<>();
    for (int i = 0; i < OWNERS; i++) {
      all.add(new SlabOwner(harness, () -> current, Mix.of(seed + i), requests, tasks, shared));
    }
    AtomicBoolean areStarted = new AtomicBoolean();
    for (SlabOwner owner : all) {
      Harness.Role role =
          () -> {
            Pause.until(harness, areStarted::get); // the waker wakes all of them
            for (int n = 0; n < shots / OWNERS && !isTimeUp.getAsBoolean(); n++) {
              owner.goThrough(n);
            }
            if (left.decrementAndGet() == 0) {
              isOver.set(true);
            }
            Pause.until(harness, isOver::get);
            owner.finish();
          };
      owners.add(harness.start("owner-" + owners.size(), ownerThreads, role));
    }
    areStarted.set(true);
    harness.start("walker", Threads.PLATFORM, this::walk);
  }

  private void walk() {
    for (int walks = 1; !isOver.get() && !harness.hasFailed(); walks++) {
      SlabEpoch epoch = current;
      epoch.replies.expire(System.nanoTime(), 1 + (walks & 3));
      int used = epoch.replies.slab().inFlight();
      if (used < 0 || used > capacity) {
        throw new SoakFailure(used + " of " + capacity + " slots are in use");
      }
      epoch
          .replies
          .slab()
          .forEachPending(
              id -> {
                Poll unused = epoch.replies.slab().poll(id); // by whoever: it changes nothing
              });
      if (walks % WALKS_PER_EPOCH == 0) {
        current = open();
        if ((walks / WALKS_PER_EPOCH & 1) == 0) {
          epoch.close();
        } else {
          epoch.close(new Fault("the slab is closed"));
        }
        harness.tally().add(Count.CLOSED);
      } else if (walks % WALKS_PER_SWEEP == 0) {
        epoch.failAll(new Fault("all shots fail"));
      }
      Pause.nanos(walks % 5 * 40_000L);
    }
  }

  /** After all threads have come to their ends. */
  void check() {
    epochs.forEach(SlabEpoch::check);
  }
}
