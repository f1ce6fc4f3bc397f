package io.multishot.soak;

import io.multishot.fixtures.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Callers whose requests go through a queue, callers whose servers have a seat, and a group. */
final class CallExchange {

  private static final int PAIRS = 2;
  private static final int WORKERS = 2;

  private final Harness harness;
  private final Supplier<Calls> callers;
  private final long seed;
  private final List<CallOwner> owners = new ArrayList<>();

  /**
   * Makes an exchange.
   *
   * @param callers opens one
   */
  CallExchange(Harness harness, Supplier<Calls> callers, long seed) {
    this.harness = harness;
    this.callers = callers;
    this.seed = seed;
  }

  void start(Threads ownerThreads, Threads workers, int questions, BooleanSupplier isTimeUp) {
    AtomicBoolean isOver = new AtomicBoolean();
    Tasks tasks = new Tasks(harness, isOver::get);
    harness.start("executor", workers, tasks);
    BlockingQueue<CallServer.Handed> queue = new LinkedBlockingQueue<>();
    for (int i = 0; i < WORKERS; i++) {
      serve("worker-" + i, workers, queue, tasks, isOver::get);
    }
    owners.add(new CallOwner(harness, callers, Mix.of(seed), queue, false, tasks));
    owners.add(new CallGroup(harness, callers, Mix.of(seed + 1), queue, tasks));
    for (int i = 0; i < PAIRS; i++) {
      BlockingQueue<CallServer.Handed> seats = new LinkedBlockingQueue<>();
      serve("server-" + i, workers, seats, tasks, isOver::get);
      owners.add(new CallOwner(harness, callers, Mix.of(seed + 2 + i), seats, true, tasks));
    }
    AtomicInteger left = new AtomicInteger(owners.size());
    for (CallOwner owner : owners) {
      harness.start(
          "owner-" + owners.indexOf(owner),
          ownerThreads,
          () -> {
            for (int n = 0; n < questions / owners.size() && !isTimeUp.getAsBoolean(); n++) {
              owner.goThrough(n);
            }
            owner.finish();
            if (left.decrementAndGet() == 0) {
              isOver.set(true);
            }
          });
    }
  }

  private void serve(
      String name,
      Threads workers,
      BlockingQueue<CallServer.Handed> queue,
      Tasks tasks,
      BooleanSupplier isOver) {
    harness.start(
        name,
        workers,
        new CallServer(harness, queue, tasks, isOver, Mix.of(seed + name.hashCode())));
  }

  /** After all threads have come to their ends: nobody keeps a question that is over. */
  void check(long stallNanos) {
    long end = System.nanoTime() + stallNanos;
    for (CallOwner owner : owners) {
      owner.checkReleased(
          () -> {
            if (System.nanoTime() - end > 0) {
              throw new SoakFailure("questions are still held when they are over");
            }
            System.gc();
            LockSupport.parkNanos(1_000_000);
          });
    }
  }
}
