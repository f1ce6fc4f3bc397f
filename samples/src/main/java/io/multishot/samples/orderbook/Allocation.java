package io.multishot.samples.orderbook;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * How much all Java threads have allocated on the heap: requesters, worker, and what the JDK does
 * for them. Virtual threads have no count of their own; what they allocate is counted for their
 * carriers. So only a total treats both kinds of threads alike.
 */
final class Allocation {

  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  /** Java 21 and later can tell the total, ended threads included. */
  private static final @Nullable MethodHandle TOTAL = total();

  private Allocation() {}

  /**
   * The bytes so far. Before Java 21 threads that have ended are not counted: to measure, all must
   * live until the second look.
   */
  static long bytes() {
    if (TOTAL != null) {
      try {
        return (long) TOTAL.invokeExact(THREADS);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable impossible) {
        throw new AssertionError(impossible);
      }
    }
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes); // -1 for one that has just ended
    }
    return sum;
  }

  private static @Nullable MethodHandle total() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(
              ThreadMXBean.class,
              "getTotalThreadAllocatedBytes",
              MethodType.methodType(long.class));
    } catch (NoSuchMethodException beforeJava21) {
      return null;
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
