package io.multishot.soak;

import io.multishot.Awaitable;
import io.multishot.ReceiverGroup;
import io.multishot.soak.CallQuestion.Ending;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Owns several callers, and waits for all of them at once. */
final class CallGroup extends CallOwner {

  private static final int MEMBERS = 3;

  private final Calls[] members = new Calls[MEMBERS];

  /** What is open of each. */
  private final @Nullable CallQuestion[] questions = new @Nullable CallQuestion[MEMBERS];

  private final ReceiverGroup group;

  CallGroup(
      Harness harness,
      Supplier<Calls> callers,
      long seed,
      BlockingQueue<CallServer.Handed> queue,
      Tasks tasks) {
    super(harness, callers, seed, queue, /* hasSeat= */ false, tasks);
    Arrays.setAll(members, i -> open());
    group = ReceiverGroup.of(Arrays.stream(members).map(Calls::caller).toArray(Awaitable[]::new));
  }

  /** Asks whoever has no question open, and has one or all of them answered. */
  @Override
  void goThrough(long number) {
    CallPlan plan = CallPlan.of(seed, number).calm();
    for (int i = 0; i < MEMBERS; i++) {
      if (questions[i] == null) {
        CallQuestion question = question(members[i], plan);
        questions[i] = question;
        ask(question);
      }
    }
    int given = (plan.choice() >> 4) % MEMBERS;
    if (plan.way().mayGiveUp() && (plan.choice() & 8) != 0) {
      end(given, /* isGivenUp= */ true);
      return;
    }
    try {
      switch (plan.choice() & 3) {
        case 0 -> end(group.awaitAny(), false);
        case 1 -> {
          int found = group.awaitAny(plan.patience(), TimeUnit.NANOSECONDS);
          while (found == ReceiverGroup.PENDING) {
            harness.tally().add(Count.TIMEOUTS);
            found = group.awaitAny(1, TimeUnit.MILLISECONDS);
          }
          end(found, false);
        }
        default -> {
          group.awaitAll();
          for (int i = 0; i < MEMBERS; i++) {
            end(i, false);
          }
        }
      }
    } catch (InterruptedException e) {
      throw new SoakFailure("nobody has interrupted it", e);
    }
    harness.tally().add(Count.GROUP_WAITS);
  }

  private void end(int member, boolean isGivenUp) {
    CallQuestion question = questions[member];
    if (question == null) {
      throw new SoakFailure("told of an outcome where nobody has asked: " + members[member]);
    }
    questions[member] = null;
    if (isGivenUp) {
      question.require(members[member].abandon(), "a question can be given up");
    }
    add(question, isGivenUp ? Ending.GONE : take(question));
  }

  @Override
  void finish() {
    for (int i = 0; i < MEMBERS; i++) {
      if (questions[i] != null) {
        end(i, true);
      }
      askLast(members[i]);
      close(members[i]);
    }
    super.finish();
  }
}
