package io.multishot.soak;

import java.util.SplittableRandom;

/**
 * What is to happen to one question. As a {@link Plan}, it follows from the seed and the question's
 * number alone; how the server waits, and whether it leaves, does not.
 *
 * @param delay how long the server takes for the answer, in nanoseconds
 * @param patience how long the owner waits, where it has to choose a time, in nanoseconds
 * @param interrupts whether the server interrupts the owner
 * @param interruptsServer whether the owner interrupts the server at the seat
 * @param choice what else there is to choose
 */
record CallPlan(
    Answer answer,
    Way way,
    int delay,
    int patience,
    boolean interrupts,
    boolean interruptsServer,
    int choice) {

  /** How a server answers; if it answers at once, by a value or a failure only. */
  enum Answer {
    VALUE,
    VALUE_OF_FUTURE,
    FAILURE,
    DISCONNECT
  }

  /** What an owner does with a question. */
  enum Way {
    RECEIVE,
    RECEIVE_TIMED,
    AWAIT,
    POLL,
    WAKER,
    HANDLER,
    HANDLER_BY_EXECUTOR,
    HANDLER_WITHDRAWN,
    FUTURE,
    FUTURE_CANCELLED,
    CALL,
    CALL_TIMED,
    ABANDON,
    ABANDON_WITH_WAKER,
    /** The caller closes, and another one takes its place. */
    CLOSE;

    /** Whether the owner may go on without an answer, and so without the interrupt. */
    boolean mayGiveUp() {
      return this == FUTURE_CANCELLED || this == CALL_TIMED || compareTo(ABANDON) >= 0;
    }
  }

  static CallPlan of(long seed, long number) {
    SplittableRandom random = new SplittableRandom(Mix.of(seed ^ (number + 1)));
    Way way = Draw.any(Way.values(), random);
    boolean interrupts = random.nextInt(6) == 0 && !way.mayGiveUp();
    return new CallPlan(
        random.nextInt(2) == 0 ? Answer.VALUE : Draw.any(Answer.values(), random),
        way,
        delay(random),
        random.nextInt(4) == 0 ? 0 : random.nextInt(20_000),
        interrupts,
        random.nextInt(8) == 0,
        random.nextInt(1 << 16));
  }

  /** The same, with no interrupts. */
  CallPlan calm() {
    return new CallPlan(answer, way, delay, patience, false, false, choice);
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
