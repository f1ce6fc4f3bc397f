package io.multishot.soak;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a thread allocates, over rounds of shots. A round may allocate where the virtual machine
 * links or recompiles something; all rounds do only if the shots do.
 */
final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private long least = Long.MAX_VALUE;
  private long free;

  /** Runs a round of shots on this thread. Of a virtual thread nothing is known. */
  void measure(Runnable round) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    round.run();
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (before >= 0) {
      least = Math.min(least, allocated);
      free += allocated == 0 ? 1 : 0;
    }
  }

  void requireNone(Tally tally) {
    if (least != 0 && least != Long.MAX_VALUE) {
      throw new SoakFailure("every round of shots allocated, the least " + least + " bytes");
    }
    tally.add(Count.ALLOCATION_FREE, free);
  }
}
