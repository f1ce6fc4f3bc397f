package io.multishot.samples;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Starts threads: virtual ones where there are any, platform threads otherwise. The method is
 * looked up by name, because this class is compiled for Java 17.
 */
public final class Threads {

  private static final @Nullable MethodHandle START_VIRTUAL = startVirtual();

  private Threads() {}

  /** Whether there are virtual threads. */
  public static boolean areVirtual() {
    return START_VIRTUAL != null;
  }

  /** Starts a thread that does not keep the program from ending. */
  public static Thread start(Runnable task) {
    if (START_VIRTUAL == null) {
      Thread thread = new Thread(task, "requester");
      thread.setDaemon(true); // as virtual threads are
      thread.start();
      return thread;
    }
    try {
      return (Thread) START_VIRTUAL.invokeExact(task);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static @Nullable MethodHandle startVirtual() {
    if (Runtime.version().feature() < 21) { // 19 and 20 have the method as a preview
      return null;
    }
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Thread.class,
              "startVirtualThread",
              MethodType.methodType(Thread.class, Runnable.class));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("Thread.startVirtualThread", impossible);
    }
  }
}
