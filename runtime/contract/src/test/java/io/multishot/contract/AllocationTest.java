package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A shot allocates nothing. */
final class AllocationTest<R extends MultiShotReceiver, S extends MultiShotSender>
    extends ChannelTest<R, S> {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  AllocationTest(Subject<R, S> subject) {
    super(subject);
  }

  @Test
  void aMillionShotsLeaveTheAllocatedBytesOfTheThreadUnchanged() {
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < 3 && allocated > 0; round++) { // the first loads classes
      long before = THREADS.getCurrentThreadAllocatedBytes();
      subject.cycles().run(line.receiver(), 1_000_000);
      allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    assertEquals(0, allocated);
  }
}
