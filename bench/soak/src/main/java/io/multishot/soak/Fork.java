package io.multishot.soak;

import java.util.concurrent.TimeUnit;

/** The main class of a virtual machine that {@link Soak} starts: programs, until the time is up. */
final class Fork {

  /** What a line with the {@link Tally} so far begins with. */
  static final String TALLY = "TALLY ";

  private static final int SHOTS = 1_200;
  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long HOT_NANOS = TimeUnit.SECONDS.toNanos(3);

  private Fork() {}

  /** Arguments: seed, milliseconds to run, milliseconds without progress, slowness, scope. */
  public static void main(String[] args) throws InterruptedException {
    long seed = Long.parseLong(args[0]);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[1]));
    long stallNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[2]));
    Limits limits = new Limits(SHOTS / Integer.parseInt(args[3]), NANOS, HOT_NANOS, stallNanos);
    Scope scope = Scope.valueOf(args[4]);
    Tally tally = new Tally();
    for (long number = 0; System.nanoTime() - end < 0; number++) {
      Episode episode = Episode.of(seed, number, scope);
      try {
        episode.run(limits, tally);
      } catch (SoakFailure failure) {
        System.out.println("FAILED in program " + number + " of this fork: " + episode);
        failure.printStackTrace(System.out);
        end(tally, 1);
      }
    }
    end(tally, 0);
  }

  private static void end(Tally tally, int code) {
    tally.add(Count.COLLECTIONS, Disturbance.collections());
    System.out.println(TALLY + tally.format());
    System.exit(code);
  }
}
