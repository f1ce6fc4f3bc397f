package io.multishot.bench.compile;

import com.sun.management.OperatingSystemMXBean;
import io.multishot.bench.MetricsProfiler;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** What the compilations of an iteration use, beside time on the clock. */
final class Usage {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final List<MemoryPoolMXBean> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();

  private long started;
  private long heapPeak;
  private long cpuNanos;
  private int times;

  void start() {
    HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
    started = SYSTEM.getProcessCpuTime();
  }

  void stop() {
    cpuNanos += SYSTEM.getProcessCpuTime() - started;
    heapPeak = HEAP.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    times++;
  }

  /** The CPU time of all threads, those of the JIT compiler and the collector included. */
  void reportCpu() {
    MetricsProfiler.report("cpu", cpuNanos / 1e6 / times, "ms/op");
  }

  /**
   * The most that the heap held, garbage included: the sum of the peaks of its pools. That says
   * something of one compilation in a fresh virtual machine; later, garbage of the others is there.
   */
  void reportHeap() {
    MetricsProfiler.report("heapPeak", (double) heapPeak, "B");
  }
}
