package io.multishot.proof.scenario;

import io.multishot.modelchecker.Mailbox;
import io.multishot.modelchecker.Scenario.Tolerated;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Handlers of one receiver, registered one after another: their runs neither overlap nor nest. */
@SuppressWarnings("FutureReturnValueIgnored")
final class Serializing {

  private Serializing() {}

  /**
   * The first handler arms the next shot, whose outcome may come while it runs still: the second
   * one follows it.
   */
  abstract static class OneAfterAnother extends Handling.Handled {
    final Mailbox<Runnable> tasks = new Mailbox<>();
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();
    private final Mailbox<String> steps = new Mailbox<>();
    private final Handler second = new Handler(2, () -> steps.put("second"));
    private final Handler first = new Handler(VALUE, this::goOn);

    abstract @Nullable Executor ofFirst();

    abstract @Nullable Executor ofSecond();

    private void goOn() {
      LongChannel.Sender next = receiver.sender();
      register(second, ofSecond());
      armed.put(next);
      steps.put("first");
    }

    private void register(Handler handler, @Nullable Executor executor) {
      if (executor == null) {
        receiver.onReceive(handler);
      } else {
        receiver.onReceive(handler, executor);
      }
    }

    void addExecutors(Actors actors) {}

    @Override
    public void setUp(Actors actors) {
      actors.add("sender", () -> check(sender.send(VALUE), "the receiver was there"));
      actors.add("next sender", () -> check(armed.take().send(2), "the receiver was there"));
      addExecutors(actors);
      register(first, ofFirst());
      actors.atEnd(
          () -> {
            check(tasks.isEmpty(), "each task was run");
            checkEquals(1, first.calls);
            checkEquals(1, second.calls);
            checkEquals("first", steps.take());
            checkEquals("second", steps.take());
            return "each";
          });
    }
  }

  static final class OneAfterAnotherOnTheSendersThreads extends OneAfterAnother {
    @Override
    @Nullable Executor ofFirst() {
      return null;
    }

    @Override
    @Nullable Executor ofSecond() {
      return null;
    }
  }

  static final class OneAfterAnotherByAnExecutorThatRunsThemAtOnce extends OneAfterAnother {
    @Override
    @Nullable Executor ofFirst() {
      return Runnable::run;
    }

    @Override
    @Nullable Executor ofSecond() {
      return Runnable::run;
    }
  }

  /** The executor that runs it and then throws has not refused it, and undoes nothing. */
  static final class OneAfterAnotherByExecutorsThatThrow extends OneAfterAnother {
    @Override
    @Nullable Executor ofFirst() {
      return Serializing::runThenThrow;
    }

    @Override
    @Nullable Executor ofSecond() {
      return Serializing::runThenThrow;
    }
  }

  static final class OneAfterAnotherByAThreadAndNone extends OneAfterAnother {
    @Override
    @Nullable Executor ofFirst() {
      return tasks::put;
    }

    @Override
    @Nullable Executor ofSecond() {
      return null;
    }

    @Override
    void addExecutors(Actors actors) {
      actors.add("executor", () -> tasks.take().run());
    }
  }

  static final class OneAfterAnotherByNoneAndAThread extends OneAfterAnother {
    @Override
    @Nullable Executor ofFirst() {
      return null;
    }

    @Override
    @Nullable Executor ofSecond() {
      return tasks::put;
    }

    @Override
    void addExecutors(Actors actors) {
      actors.add("executor", () -> tasks.take().run());
    }
  }

  static final class OneAfterAnotherByTwoThreads extends OneAfterAnother {
    @Override
    @Nullable Executor ofFirst() {
      return tasks::put;
    }

    @Override
    @Nullable Executor ofSecond() {
      return tasks::put;
    }

    @Override
    void addExecutors(Actors actors) {
      actors.add("executor", () -> tasks.take().run());
      actors.add("other executor", () -> tasks.take().run());
    }
  }

  /** The task is another thread's when the executor throws: one of the two has it. */
  static final class OneAfterAnotherByAThreadAndARefusalThatIsLate extends OneAfterAnother {
    @Override
    @Nullable Executor ofFirst() {
      return tasks::put;
    }

    @Override
    @Nullable Executor ofSecond() {
      return Serializing::runThenThrow;
    }

    @Override
    void addExecutors(Actors actors) {
      actors.add("executor", () -> tasks.take().run());
    }
  }

  /** The handler of the third shot follows that of the first, though a future is between. */
  static final class OneAfterAnotherWithAFutureBetween extends Handling.Handled implements Wide {
    private final Mailbox<LongChannel.Sender> secondArmed = new Mailbox<>();
    private final Mailbox<LongChannel.Sender> thirdArmed = new Mailbox<>();
    private final Mailbox<String> steps = new Mailbox<>();
    private final Handler third = new Handler(3);
    private final Handler first = new Handler(VALUE, this::goOn);

    private void goOn() {
      LongChannel.Sender next = receiver.sender();
      receiver.toFuture().whenComplete((value, failure) -> goOnFromFuture(value));
      secondArmed.put(next);
      steps.put("first");
    }

    private void goOnFromFuture(long value) {
      checkEquals(2L, value);
      LongChannel.Sender next = receiver.sender();
      receiver.onReceive(third);
      thirdArmed.put(next);
    }

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("next sender", () -> secondArmed.take().send(2));
      actors.add("last sender", () -> thirdArmed.take().send(3));
      receiver.onReceive(first);
      actors.atEnd(
          () -> {
            checkEquals(1, first.calls);
            checkEquals(1, third.calls);
            return "each";
          });
    }
  }

  private static void runThenThrow(Runnable task) {
    task.run();
    throw new Tolerated("an executor's own fault");
  }
}
