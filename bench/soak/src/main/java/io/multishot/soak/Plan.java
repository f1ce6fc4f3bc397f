package io.multishot.soak;

import java.util.SplittableRandom;

/**
 * What is to happen in one shot. It follows from the program's seed and the shot's number alone, so
 * that both sides know it, whatever the schedule.
 *
 * @param delay how long the worker waits before it answers, in nanoseconds
 * @param patience how long the requester waits, where it has to choose a time, in nanoseconds
 * @param isLate whether the worker answers only after the requester has gone on to other shots
 * @param interrupts whether the worker interrupts the requester
 * @param wakers how many wakers are registered, one in place of the other
 * @param wakerThrows whether the last of them throws
 * @param loadsClass whether a waker has a class of its own
 * @param abandonWakers how many the worker registers, one in place of the other
 * @param abandonWakerThrows whether the last of them throws
 * @param probes whether each side tries what it may not do, too
 * @param choice what else there is to choose
 */
record Plan(
    Answer answer,
    Wait waiting,
    Abandonment abandonment,
    int delay,
    int patience,
    boolean isLate,
    boolean interrupts,
    int wakers,
    boolean wakerThrows,
    boolean loadsClass,
    int abandonWakers,
    boolean abandonWakerThrows,
    boolean probes,
    int choice) {

  static Plan of(long seed, long shot) {
    SplittableRandom random = new SplittableRandom(Mix.of(seed ^ (shot + 1)));
    boolean isLate = random.nextInt(16) == 0;
    Abandonment abandonment = abandonment(random, isLate);
    return new Plan(
        random.nextInt(3) != 0 ? Answer.VALUE : Draw.any(Answer.values(), random),
        Draw.any(Wait.values(), random),
        abandonment,
        delay(random),
        random.nextInt(4) == 0 ? 0 : random.nextInt(20_000),
        isLate,
        !isLate && random.nextInt(6) == 0,
        1 + random.nextInt(3),
        random.nextInt(4) == 0,
        random.nextInt(256) == 0,
        random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0,
        random.nextBoolean(),
        random.nextInt(8) == 0,
        random.nextInt(1 << 16));
  }

  /** The same for a requester that neither leaves early nor expects to be interrupted. */
  Plan answeredInTime() {
    return new Plan(
        answer,
        waiting,
        Abandonment.NOT,
        delay,
        patience,
        /* isLate= */ false,
        /* interrupts= */ false,
        wakers,
        wakerThrows,
        loadsClass,
        abandonWakers,
        abandonWakerThrows,
        probes,
        choice);
  }

  private static Abandonment abandonment(SplittableRandom random, boolean isLate) {
    if (isLate) {
      Abandonment[] impatient = {
        Abandonment.RENEW,
        Abandonment.RENEW,
        Abandonment.CLOSE,
        Abandonment.CANCEL,
        Abandonment.FUTURE_TIMEOUT,
        Abandonment.FUTURE_COMPLETED
      };
      return Draw.any(impatient, random);
    }
    return random.nextInt(3) == 0 ? Draw.any(Abandonment.values(), random) : Abandonment.NOT;
  }

  /** Mostly none: then all depends on who is quicker. */
  private static int delay(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextInt(100_000);
      case 1, 2 -> random.nextInt(3_000);
      default -> 0;
    };
  }
}
