package io.multishot.soak;

import io.multishot.fixtures.Channel;
import java.util.function.Supplier;

/**
 * A fault in one of the methods of a generated channel, and what a soak has to say of it. The
 * channels with these faults are {@link FaultyChannels}.
 */
@SuppressWarnings("ImmutableEnumChecker") // method references that keep nothing
enum Mutant {
  LOSES_VALUES(
      FaultyChannels::losing, Program.EXCHANGE, "no progress|told whether the receiver has"),
  LIES_TO_THE_SENDER(FaultyChannels::lying, Program.EXCHANGE, "told whether the receiver has"),
  SENDS_INTO_THE_NEXT_SHOT(
      FaultyChannels::mixingUp, Program.EXCHANGE, "in the shot it was sent for"),
  SENDS_INTO_THE_NEXT_SHOT_ALONE(FaultyChannels::mixingUp, Program.SAME_THREAD, "received number"),
  SENDS_INTO_THE_NEXT_ROUND_TRIP(FaultyChannels::mixingUp, Program.ROUND_TRIP, "received number"),
  SENDS_INTO_THE_NEXT_SHOT_OF_A_GROUP(
      FaultyChannels::mixingUp, Program.GROUP, "shot it was sent for"),
  SENDS_INTO_THE_NEXT_SHOT_OF_A_CHAIN(
      FaultyChannels::mixingUp, Program.CHAIN, "shot it was sent for"),
  GIVES_VALUES_TWICE(FaultyChannels::takingAgain, Program.EXCHANGE, "a mistake was not told"),
  ARMS_A_LIVE_SENDER(
      FaultyChannels::armingAnyway, Program.HAND_OVER, "a live sender|a closed receiver"),
  WAKES_TWICE(FaultyChannels::wakingTwice, Program.EXCHANGE, "was run"),
  WAKES_THE_REPLACED(FaultyChannels::wakingReplaced, Program.EXCHANGE, "was run"),
  NEVER_WAKES(FaultyChannels::neverWaking, Program.EXCHANGE, "no progress|was run 0 times"),
  SWALLOWS_INTERRUPTS(
      FaultyChannels::swallowing, Program.EXCHANGE, "an interrupt is thrown or stays"),
  ALLOCATES(FaultyChannels::allocating, Program.SAME_THREAD, "every round of shots allocated"),
  KEEPS_VALUES(FaultyChannels::keeping, Program.RETENTION, "still held"),
  RUNS_HANDLERS_TWICE(FaultyChannels::tellingTwice, Program.EXCHANGE, "a handler is run once"),
  RUNS_HANDLERS_TWICE_IN_A_CHAIN(
      FaultyChannels::tellingTwice, Program.CHAIN, "or once too often|shot it was sent for"),
  RUNS_HANDLERS_AT_ONCE(FaultyChannels::tellingElsewhere, Program.CHAIN, "inside its own run"),
  LOSES_TASKS(FaultyChannels::losingTasks, Program.EXCHANGE, "no progress"),
  HIDES_REFUSALS(FaultyChannels::hidingRefusals, Program.EXCHANGE, "no progress"),
  TELLS_OF_A_LATE_TASK(
      FaultyChannels::tellingLate,
      Program.EXCHANGE,
      "whose shot ends otherwise|a shot ends as the sender ended it"),
  ENDS_A_LATER_SHOT_BY_A_SOURCE(
      FaultyChannels::leavingLate,
      Program.EXCHANGE,
      "shot it was sent for|only if one was sent|this sender|one sender at once"),
  CANCELS_A_COPY(
      FaultyChannels::copying, Program.EXCHANGE, "can be armed|is cancelled|no progress"),
  WAKES_NO_GROUP(FaultyChannels::renewingSilently, Program.GROUP, "no progress"),
  SENDS_THOUGH_IT_OVERFLOWED(
      FaultyChannels::hidingOverflows, Program.STACK, "near the end of the stack"),
  KEEPS_A_WORKER(FaultyChannels::keepingWorkers, Program.POOL, "no progress"),
  HIDES_LACK_OF_MEMORY(FaultyChannels::hidingLack, Program.MEMORY, "broken for lack of memory");

  final Program program;

  /** What the soak has to say, as a regular expression. */
  final String complaint;

  private final Supplier<Channel> channels;

  Mutant(Supplier<Channel> channels, Program program, String complaint) {
    this.channels = channels;
    this.program = program;
    this.complaint = complaint;
  }

  /** The kind that has such faults. */
  static Kind sound() {
    return Kind.all().stream()
        .filter(each -> each.toString().equals("ReferenceParking"))
        .findAny()
        .orElseThrow();
  }

  /** This kind with this fault, and no other. */
  Kind faulty() {
    return sound().with(channels);
  }
}
