package io.multishot.samples;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Has a million virtual threads wait, each for an answer over a channel of its own, answers them
 * all and checks what each received; and the same with futures, by turns.
 */
public final class MillionWaiters {

  /** An odd number, so that one of them is the middle one. */
  private static final int ROUNDS = 3;

  private static final String HELP =
      """
      Usage: MillionWaiters [--threads N] [--help]

        --threads N  how many virtual threads wait at once, 1 to 10000000
                     (default 1000000)
      """;

  private final int count;
  private final PrintStream err;

  private MillionWaiters(int count, PrintStream err) {
    this.count = count;
    this.err = err;
  }

  /** Runs the program and exits with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    System.exit(run(args, System.out, System.err));
  }

  /**
   * Runs the program.
   *
   * @return the exit code: 0 if all answers were right, 1 if one was wrong, 2 if an argument or the
   *     version of Java is
   */
  static int run(String[] args, PrintStream out, PrintStream err) throws InterruptedException {
    if (args.length == 1 && args[0].equals("--help")) {
      out.print(HELP);
      return 0;
    }
    int count = count(args);
    if (count == 0) {
      err.print("MillionWaiters: wrong arguments: " + String.join(" ", args) + "\n\n" + HELP);
      return 2;
    }
    if (!Threads.areVirtual()) {
      err.println(
          "MillionWaiters needs virtual threads, which came with Java 21; this is Java "
              + Runtime.version().feature()
              + ".");
      return 2;
    }
    return new MillionWaiters(count, err).compare(out) ? 0 : 1;
  }

  /** How many threads are asked for; 0 if the arguments are wrong. */
  private static int count(String[] args) {
    if (args.length == 0) {
      return 1_000_000;
    }
    if (args.length != 2 || !args[0].equals("--threads")) {
      return 0;
    }
    try {
      int count = Integer.parseInt(args[1]);
      return count >= 1 && count <= 10_000_000 ? count : 0;
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  private boolean compare(PrintStream out) throws InterruptedException {
    out.printf(Locale.ROOT, "%,d virtual threads, each waiting for an answer of its own%n", count);
    Result[] channels = new Result[ROUNDS];
    Result[] futures = new Result[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      String name = "round " + (i + 1) + " of " + ROUNDS;
      boolean channelsFirst = i % 2 == 0; // so that none always comes first
      for (int turn = 0; turn < 2; turn++) {
        if (channelsFirst == (turn == 0)) {
          channels[i] = round(name + ", channels", new Channels(count));
        } else {
          futures[i] = round(name + ", futures", new Futures(count));
        }
      }
    }
    print(out, channels, futures);
    return Arrays.stream(channels).allMatch(Result::isRight)
        && Arrays.stream(futures).allMatch(Result::isRight);
  }

  /**
   * One round.
   *
   * @param nanos to open all channels or make all futures, to start all threads and see them wait,
   *     and to answer them all and see them done
   * @param bytes used on the heap while all wait, threads included
   * @param wrong how many answers were wrong
   */
  private record Result(long nanos, long bytes, long wrong) {
    boolean isRight() {
      return wrong == 0;
    }
  }

  /** In checked mode a receiver wakes up now and then, to look for lost senders. */
  private static boolean isWaiting(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  private Result round(String name, Slots slots) throws InterruptedException {
    err.println(name);
    long before = usedBytes();
    LongAdder wrong = new LongAdder();
    CountDownLatch done = new CountDownLatch(count);
    Thread[] threads = new Thread[count];

    long start = System.nanoTime();
    Progress starting = new Progress(name + ": threads started", count, err);
    for (int i = 0; i < count; i++) {
      slots.open(i);
      int index = i;
      threads[i] =
          Threads.start(
              () -> {
                if (!slots.receives(index, answer(index))) {
                  wrong.increment();
                }
                done.countDown();
              });
      starting.done(i + 1);
    }
    Progress waiting = new Progress(name + ": threads waiting", count, err);
    for (int i = 0; i < count; i++) {
      while (!isWaiting(threads[i])) {
        Thread.onSpinWait();
      }
      waiting.done(i + 1);
    }
    long nanos = System.nanoTime() - start;
    long bytes = usedBytes() - before;

    start = System.nanoTime();
    Progress answering = new Progress(name + ": answers sent", count, err);
    for (int i = 0; i < count; i++) {
      slots.answer(i, answer(i));
      answering.done(i + 1);
    }
    done.await();
    return new Result(nanos + System.nanoTime() - start, bytes, wrong.sum());
  }

  /** A number that no two threads share, and that no cache of boxes holds. */
  private static long answer(int index) {
    return index * 0x9e3779b97f4a7c15L;
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void print(PrintStream out, Result[] channels, Result[] futures) {
    out.printf("%n%-22s%15s%15s%10s%n", "", "channels", "futures", "ratio");
    row(out, "seconds, median", 1e-9, median(channels, true), median(futures, true));
    row(out, "MB used while waiting", 1e-6, median(channels, false), median(futures, false));
    out.printf(Locale.ROOT, "%-22s%,15d%,15d%n", "wrong answers", wrong(channels), wrong(futures));
    out.printf(
        "%nThe memory is mostly the threads' stacks. A channel could be used again; here each%n"
            + "thread waits once.%n");
  }

  private static void row(PrintStream out, String label, double unit, long channels, long futures) {
    out.printf(
        Locale.ROOT,
        "%-22s%,15.2f%,15.2f%10.2f%n",
        label,
        channels * unit,
        futures * unit,
        (double) channels / futures);
  }

  private static long median(Result[] results, boolean ofTime) {
    return Arrays.stream(results)
        .mapToLong(result -> ofTime ? result.nanos : result.bytes)
        .sorted()
        .skip(results.length / 2)
        .findFirst()
        .orElseThrow();
  }

  private static long wrong(Result[] results) {
    return Arrays.stream(results).mapToLong(Result::wrong).sum();
  }

  /** What the answers come over. */
  private interface Slots {
    void open(int index);

    /** Waits for the answer, and tells whether it is the one expected. */
    boolean receives(int index, long expected);

    void answer(int index, long answer);
  }

  private static final class Channels implements Slots {
    private final AnswerChannel.Receiver[] receivers;
    private final AnswerChannel.Sender[] senders;

    Channels(int count) {
      receivers = new AnswerChannel.Receiver[count];
      senders = new AnswerChannel.Sender[count];
    }

    @Override
    public void open(int index) {
      receivers[index] = AnswerChannel.open();
      senders[index] = receivers[index].sender();
    }

    @Override
    public boolean receives(int index, long expected) {
      try {
        return receivers[index].receive() == expected;
      } catch (InterruptedException e) {
        return false; // nobody interrupts
      }
    }

    @Override
    public void answer(int index, long answer) {
      senders[index].send(answer);
    }
  }

  private static final class Futures implements Slots {
    private final CompletableFuture<Long>[] futures;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no other way to make such an array
    Futures(int count) {
      futures = new CompletableFuture[count];
    }

    @Override
    public void open(int index) {
      futures[index] = new CompletableFuture<>();
    }

    @Override
    public boolean receives(int index, long expected) {
      try {
        return futures[index].get() == expected;
      } catch (InterruptedException | ExecutionException e) {
        return false; // nobody interrupts, and none is failed
      }
    }

    @Override
    public void answer(int index, long answer) {
      futures[index].complete(answer);
    }
  }

  /** Tells every two seconds how far something has come. */
  private static final class Progress {
    private static final long PACE = TimeUnit.SECONDS.toNanos(2);

    private final String name;
    private final int total;
    private final PrintStream err;
    private long due = System.nanoTime() + PACE;

    Progress(String name, int total, PrintStream err) {
      this.name = name;
      this.total = total;
      this.err = err;
    }

    void done(int count) {
      if (count % 1_000 == 0 && System.nanoTime() - due >= 0) {
        due += PACE;
        err.printf("%s, %d %%%n", name, 100L * count / total);
      }
    }
  }
}
