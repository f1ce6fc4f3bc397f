package io.multishot.samples.orderbook;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Tells at a steady pace how far the work has come: one line that is written over on a console, a
 * line each time elsewhere. Work that is done before the first line is due shows nothing.
 */
final class Progress implements AutoCloseable {

  private static final Duration CONSOLE_PACE = Duration.ofMillis(200);
  private static final Duration LINE_PACE = Duration.ofSeconds(2);

  private final PrintStream err;
  private final boolean console;
  private final Duration pace;
  private final long total;
  private final LongAdder done = new LongAdder();
  private final Thread thread = new Thread(this::tell, "progress");
  private volatile String stage = "";

  /** The length of the line on the console. Guarded by this, as is {@link #closed}. */
  private int shown;

  private boolean closed;

  private Progress(PrintStream err, boolean console, Duration pace, long total) {
    this.err = err;
    this.console = console;
    this.pace = pace;
    this.total = total;
  }

  /** Begins to tell of work that is {@code total} requests in all. */
  static Progress start(PrintStream err, long total) {
    boolean console = isConsole(System.console());
    return start(err, console, console ? CONSOLE_PACE : LINE_PACE, total);
  }

  /** As {@link #start(PrintStream, long)}, with everything chosen. */
  static Progress start(PrintStream err, boolean console, Duration pace, long total) {
    Progress progress = new Progress(err, console, pace, total);
    progress.thread.setDaemon(true);
    progress.thread.start();
    return progress;
  }

  /** Names what is being done now. */
  void stage(String newStage) {
    stage = newStage;
  }

  /** Counts so many more requests. May be called by any thread. */
  void add(long requests) {
    done.add(requests);
  }

  /** Stops telling, and wipes the line off a console. */
  @Override
  public synchronized void close() {
    closed = true;
    thread.interrupt();
    if (console && shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
    }
  }

  private void tell() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(pace.toNanos());
        show();
      }
    } catch (InterruptedException closing) {
      // there is nothing more to tell
    }
  }

  private synchronized void show() {
    if (closed) {
      return;
    }
    String line = "%3d %%  %s".formatted(100 * done.sum() / total, stage);
    if (console) {
      err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
      shown = line.length();
    } else {
      err.println(line);
    }
    err.flush();
  }

  /** Whether this is a terminal. From Java 22 on there may be a console which is none. */
  private static boolean isConsole(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException beforeJava22) {
      return true;
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("Console.isTerminal", impossible);
    }
  }
}
