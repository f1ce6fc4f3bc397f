package io.multishot.soak;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

/** What else happens in the virtual machine while a program runs. */
enum Disturbance {
  CALM,
  /** A thread that allocates: young collections, and objects that move. */
  GARBAGE,
  /** Whole collections, too, now and then. */
  COLLECTIONS;

  /** Until it is ended. */
  final class Spell {

    private final Thread thread = new Thread(this::blow, "disturbance");
    private volatile boolean isOver;
    private volatile Object garbage = "";

    private Spell() {
      thread.setDaemon(true);
    }

    void end() throws InterruptedException {
      isOver = true;
      LockSupport.unpark(thread);
      thread.join();
    }

    private void blow() {
      for (int i = 1; !isOver; i++) {
        Object[] chunk = new Object[64];
        for (int j = 0; j < chunk.length; j++) {
          chunk[j] = new byte[1 << (j % 14)];
        }
        garbage = (i & 15) == 0 ? "" : new Object[] {chunk, (i & 3) == 0 ? "" : garbage};
        if (Disturbance.this == COLLECTIONS && i % 40 == 0) {
          System.gc();
        }
        LockSupport.parkNanos(500_000);
      }
    }
  }

  Spell begin() {
    Spell spell = new Spell();
    if (this != CALM) {
      spell.thread.start();
    }
    return spell;
  }

  /** How many collections there have been in this virtual machine. */
  static long collections() {
    long count = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      count += Math.max(0, collector.getCollectionCount());
    }
    return count;
  }
}
