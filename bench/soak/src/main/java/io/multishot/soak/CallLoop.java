package io.multishot.soak;

import io.multishot.MultiShotSender;
import java.util.function.BooleanSupplier;

/** A pair at full speed: nothing may be lost, mixed up or allocated. */
final class CallLoop {

  /** Before this many, what is allocated may be due to classes that are being loaded. */
  private static final int FEWEST_ROUNDS = 8;

  private static final int CALLS_PER_ROUND = 500;

  private final Harness harness;
  private final CallKind kind;
  private final Calls calls;
  private final MultiShotSender seat;
  private final CallQuestion question;
  private final BooleanSupplier isOver;

  CallLoop(Harness harness, CallKind kind, BooleanSupplier isOver) {
    this.harness = harness;
    this.kind = kind;
    this.calls = kind.open();
    this.seat = calls.caller().request();
    this.question = new CallQuestion(0, CallPlan.of(0, 0), calls);
    this.isOver = isOver;
    harness.watch(calls);
  }

  void ask(long first) {
    Allocation allocation = new Allocation();
    long number = first;
    for (int rounds = 0;
        rounds < FEWEST_ROUNDS || (!isOver.getAsBoolean() && !harness.hasFailed());
        rounds++) {
      long begin = number;
      allocation.measure(() -> ask(begin, begin + CALLS_PER_ROUND));
      number += CALLS_PER_ROUND;
      harness.tally().add(Count.CROSS_THREAD, CALLS_PER_ROUND);
      harness.tally().add(Count.OF_CALLS, CALLS_PER_ROUND);
      harness.progress();
    }
    calls.caller().close();
    if (kind != CallKind.BOXED) {
      allocation.requireNone(harness.tally());
    }
  }

  private void ask(long begin, long end) {
    try {
      for (long number = begin; number != end; number++) {
        MultiShotSender unused = calls.ask(number, question);
        long answer = calls.receive();
        if (answer != ~number) {
          throw new SoakFailure("to question " + number + " came " + answer);
        }
      }
    } catch (InterruptedException e) {
      throw new SoakFailure("gave up, because another thread failed", e);
    }
  }

  void serve() throws InterruptedException {
    CallDeclarations.Book book =
        new CallDeclarations.Book() {
          @Override
          public long echo(long number, CallQuestion shown) {
            if (shown != question) {
              throw new SoakFailure("a reference was lost: " + shown);
            }
            return ~number;
          }
        };
    while (calls.awaitRequest(seat)) {
      if (!calls.serve(seat, book)) {
        throw new SoakFailure("who waits wants the answer");
      }
    }
  }
}
