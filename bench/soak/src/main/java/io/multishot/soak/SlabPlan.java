package io.multishot.soak;

import java.util.SplittableRandom;

/**
 * What is to happen in one shot of a slab. As a {@link Plan}, it follows from the seed and the
 * shot's number alone.
 *
 * @param delay how long the worker waits before it answers, in nanoseconds
 * @param patience how long the owner waits, where it has to choose a time, in nanoseconds
 * @param isLate whether the worker answers only when others have asked
 * @param term after how long the shot may be expired, in nanoseconds; 0 if never
 * @param interrupts whether the worker interrupts the owner
 * @param wakers how many wakers are registered, one in place of the other
 * @param throwsFault whether the last waker, or the handler, throws
 * @param probes whether each side tries what it may not do, too
 * @param choice what else there is to choose
 */
record SlabPlan(
    Answer answer,
    Way way,
    int delay,
    int patience,
    boolean isLate,
    int term,
    boolean interrupts,
    int wakers,
    boolean throwsFault,
    boolean probes,
    int choice) {

  /** How a worker ends a shot. */
  enum Answer {
    VALUE,
    VALUE_TWICE,
    VALUE_OF_FUTURE,
    FAILURE,
    FAILURE_OF_FUTURE,
    DISCONNECT,
    /** Not at all: it expires, or is given up. */
    NONE;

    boolean isValue() {
      return this == VALUE || this == VALUE_TWICE || this == VALUE_OF_FUTURE;
    }

    boolean isFailure() {
      return this == FAILURE || this == FAILURE_OF_FUTURE;
    }
  }

  /** What an owner does with a shot. */
  enum Way {
    RECEIVE,
    RECEIVE_UNINTERRUPTIBLY,
    RECEIVE_TIMED,
    AWAIT,
    AWAIT_TIMED,
    POLL,
    WAKER,
    WAKER_THEN_RECEIVE,
    WAKER_WITHDRAWN,
    HANDLER,
    HANDLER_BY_EXECUTOR,
    /** By an executor that refuses, runs late, or twice. */
    HANDLER_BY_FAULTY_EXECUTOR,
    HANDLER_WITHDRAWN,
    FUTURE,
    FUTURE_WITHDRAWN,
    FUTURE_COMPLETED,
    ABANDON,
    ABANDON_WITH_WAKER,
    ABANDON_WITH_HANDLER,
    ABANDON_WITH_FUTURE,
    /** While the owner waits. */
    ABANDONED_BY_ANOTHER;

    /** Whether the owner may miss an interrupt, or see it where it does not look for it. */
    boolean isSensitive() {
      return this == ABANDONED_BY_ANOTHER || this == FUTURE_COMPLETED;
    }
  }

  static SlabPlan of(long seed, long shot) {
    SplittableRandom random = new SplittableRandom(Mix.of(seed ^ (shot + 1)));
    Answer answer = random.nextInt(3) != 0 ? Answer.VALUE : Draw.any(Answer.values(), random);
    Way way = Draw.any(Way.values(), random);
    boolean isLate = random.nextInt(16) == 0;
    boolean mayExpire = isLate || answer == Answer.NONE || random.nextInt(4) == 0;
    int term = 1 + random.nextInt(random.nextBoolean() ? 20_000 : 300_000);
    boolean interrupts =
        random.nextInt(6) == 0 && !isLate && answer != Answer.NONE && !way.isSensitive();
    return new SlabPlan(
        answer,
        way,
        delay(random),
        random.nextInt(4) == 0 ? 0 : random.nextInt(20_000),
        isLate,
        mayExpire ? term : 0,
        interrupts,
        1 + random.nextInt(3),
        random.nextInt(4) == 0,
        random.nextInt(8) == 0,
        random.nextInt(1 << 16));
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
