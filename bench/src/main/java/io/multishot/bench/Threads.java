package io.multishot.bench;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** The two kinds of threads that can wait. */
public enum Threads {
  PLATFORM,
  /** From JDK 21 on. */
  VIRTUAL;

  private static final @Nullable MethodHandle START_VIRTUAL = startVirtual();

  /** Starts a thread that does not keep the virtual machine alive. */
  public Thread start(Runnable task) {
    return switch (this) {
      case PLATFORM -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        yield thread;
      }
      case VIRTUAL -> startVirtual(task);
    };
  }

  /** Runs a task on such a thread: this one if it will do. */
  <T> T call(Callable<T> task) throws Exception {
    return switch (this) {
      case PLATFORM -> task.call();
      case VIRTUAL -> {
        FutureTask<T> future = new FutureTask<>(task);
        startVirtual(future);
        yield future.get();
      }
    };
  }

  /** Throws if this virtual machine has no such threads. */
  void requireSupported() {
    if (this == VIRTUAL) {
      requireVirtual();
    }
  }

  private static Thread startVirtual(Runnable task) {
    MethodHandle startVirtual = requireVirtual();
    try {
      return (Thread) startVirtual.invokeExact(task);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static MethodHandle requireVirtual() {
    if (START_VIRTUAL == null) {
      throw new UnsupportedOperationException(
          "skipped: virtual threads came with JDK 21, and this is " + Runtime.version());
    }
    return START_VIRTUAL;
  }

  private static @Nullable MethodHandle startVirtual() {
    if (Runtime.version().feature() < 21) {
      return null; // in 19 and 20 they were a preview
    }
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Thread.class,
              "startVirtualThread",
              MethodType.methodType(Thread.class, Runnable.class));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("startVirtualThread", impossible);
    }
  }
}
