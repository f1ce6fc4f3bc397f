package io.multishot.faults.trial;

import io.multishot.faults.Breach;
import io.multishot.faults.Fault;
import io.multishot.faults.Violation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Operations at the end of a stack: at each depth from the deepest upwards, until they have room.
 *
 * <p>The channels are brought into their states beforehand, and looked at when the stack is
 * unwound. Nothing is rewritten: the overflows are the virtual machine's.
 */
public final class StackDepth {

  /** Enough for most operations; for the others it is begun again with twice as many. */
  private static final int FEW_ATTEMPTS = 120;

  private static final int MOST_ATTEMPTS = 2000;

  /** Those that a build has time for. */
  private static final Set<Situation> SOME =
      EnumSet.of(
          Situation.ARMED,
          Situation.WAKER,
          Situation.HANDLER_WITH_A_QUEUE,
          Situation.HANDLER_RUN_AT_ONCE,
          Situation.FUTURE,
          Situation.VALUE,
          Situation.RENEWED);

  private static final Set<Situation> ALL =
      EnumSet.of(
          Situation.ARMED,
          Situation.WAKER,
          Situation.WAKER_OF_A_GROUP_FOR_ANY,
          Situation.HANDLER,
          Situation.HANDLER_THAT_ARMS,
          Situation.HANDLER_WITH_A_QUEUE,
          Situation.HANDLER_RUN_AT_ONCE,
          Situation.HANDLER_THAT_THROWS,
          Situation.HANDLER_QUEUED,
          Situation.FUTURE,
          Situation.VALUE,
          Situation.FAILED,
          Situation.DISCONNECTED,
          Situation.TAKEN,
          Situation.RENEWED,
          Situation.LEFT_TO_A_FUTURE);

  private static final Set<Operation> OPERATIONS =
      EnumSet.of(
          Operation.SENDER,
          Operation.RENEW,
          Operation.CLOSE,
          Operation.DROP,
          Operation.POLL,
          Operation.TAKE,
          Operation.POLL_WITH_A_WAKER,
          Operation.WITHDRAW,
          Operation.RECEIVE_IN_VAIN,
          Operation.AWAIT_IN_VAIN,
          Operation.ON_RECEIVE,
          Operation.ON_RECEIVE_WITH_A_QUEUE,
          Operation.ON_RECEIVE_AT_ONCE,
          Operation.TO_FUTURE,
          Operation.SEND,
          Operation.FAIL,
          Operation.CLOSE_SENDER,
          Operation.ON_ABANDONED,
          Operation.SEND_FROM_A_COMPLETE_FUTURE,
          Operation.SEND_FROM_A_FUTURE,
          Operation.SEND_OF_SHOT,
          Operation.CLOSE_OF_SHOT,
          Operation.GROUP_POLL_ANY_WITH_A_WAKER,
          Operation.GROUP_AWAIT_ANY_IN_VAIN,
          Operation.CANCEL,
          Operation.COMPLETE,
          Operation.RUN_TASK);

  private final long stackSize;
  private final Consumer<Violation> found;
  private int cells;
  private int overflows;

  /**
   * @param stackSize of each thread, in bytes; 0 for the virtual machine's own
   */
  public StackDepth(long stackSize, Consumer<Violation> found) {
    this.stackSize = stackSize;
    this.found = found;
  }

  /** How much was tried. */
  @Override
  public String toString() {
    return "%d operations in states, %d overflows".formatted(cells, overflows);
  }

  /** Tries the main operations in some states. */
  public void exploreSome(List<String> channels) throws InterruptedException {
    explore(channels, SOME);
  }

  /** Tries them in the main states. */
  public void exploreAll(List<String> channels) throws InterruptedException {
    explore(channels, ALL);
  }

  private void explore(List<String> channels, Set<Situation> situations)
      throws InterruptedException {
    Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
    try {
      for (String channel : channels) {
        for (Situation situation : situations) {
          for (Operation operation : OPERATIONS) {
            explore(channel, situation, operation);
          }
        }
      }
    } finally {
      Thread.currentThread().setUncaughtExceptionHandler(before);
    }
  }

  private void explore(String channel, Situation situation, Operation operation)
      throws InterruptedException {
    if (!Campaign.trial(channel, situation, operation).isPrepared()) {
      return;
    }
    Set<Breach> unharmed = EnumSet.noneOf(Breach.class);
    for (Use use : Use.values()) { // what is needed is loaded before the stack is short
      Trial first = Campaign.trial(channel, situation, operation);
      first.run();
      new Invariants(first, method -> false, (breach, detail) -> unharmed.add(breach)).check(use);
    }
    if (!unharmed.isEmpty()) {
      return; // that is for the injection to tell
    }
    cells++;
    int most = FEW_ATTEMPTS;
    Descent descent = attempt(channel, situation, operation, most);
    while (!descent.hasHadRoom()) {
      most *= 2;
      if (most > MOST_ATTEMPTS) {
        throw new IllegalStateException(operation + " never has room, in " + situation);
      }
      descent = attempt(channel, situation, operation, most);
    }
    List<Attempt> tried = descent.tried();
    for (int i = 0; i < tried.size(); i++) {
      check(channel, (Trial) tried.get(i), i);
    }
  }

  private static Attempt[] trials(
      String channel, Situation situation, Operation operation, int most) {
    Attempt[] trials = new Attempt[most];
    for (int i = 0; i < most; i++) {
      trials[i] = Campaign.trial(channel, situation, operation);
    }
    return trials;
  }

  private Descent attempt(String channel, Situation situation, Operation operation, int most)
      throws InterruptedException {
    return Descent.run(trials(channel, situation, operation, most), stackSize);
  }

  private void check(String channel, Trial trial, int attempt) {
    Throwable thrown = trial.thrown();
    overflows += thrown instanceof StackOverflowError ? 1 : 0;
    Set<Breach> seen = EnumSet.noneOf(Breach.class);
    Use[] uses = Use.values();
    Use use = uses[attempt % (uses.length - 1)]; // without a thread
    new Invariants(
            trial,
            method -> true, // user code may have overflowed the stack itself
            (breach, detail) -> {
              if (seen.add(breach)) {
                found.accept(
                    new Violation(
                        channel,
                        trial.situation.name(),
                        trial.operation.name(),
                        attempt + 1,
                        use.name(),
                        Fault.STACK_OVERFLOW,
                        null,
                        thrown,
                        breach,
                        detail));
              }
            })
        .check(use);
  }
}
