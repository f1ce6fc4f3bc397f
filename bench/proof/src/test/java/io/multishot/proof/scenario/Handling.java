package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.modelchecker.Mailbox;
import io.multishot.modelchecker.Scenario.Tolerated;
import java.util.concurrent.Executor;

/** The receiver leaves a handler, which runs on the sender's thread or is run by an executor. */
@SuppressWarnings("FutureReturnValueIgnored")
final class Handling {

  private Handling() {}

  abstract static class Handled extends OneChannel {

    /** Whether a handler is being run; two that overlap would be a race as well. */
    private boolean isRunning;

    /** A handler of one shot. */
    final class Handler implements LongChannel.Handler {
      private final long expected;
      private final Runnable more;
      int calls;

      Handler(long expected, Runnable more) {
        this.expected = expected;
        this.more = more;
      }

      Handler(long expected) {
        this(expected, () -> {});
      }

      @Override
      public void received(long value) {
        check(!isRunning, "inside of another");
        isRunning = true;
        checkEquals(expected, value);
        calls++;
        more.run();
        isRunning = false;
      }

      @Override
      public void failed(Throwable failure) {
        throw new AssertionError(failure);
      }
    }

    /** Either it was run, or the outcome is there to be taken. */
    void checkRunOrLeft(Handler handler, boolean isLeft) {
      checkEquals(isLeft ? 0 : 1, handler.calls);
      if (isLeft) {
        checkEquals(handler.expected, receiver.take());
      }
      checkEquals(Poll.DISCONNECTED, receiver.poll());
    }
  }

  static final class OnTheSendersThread extends Handled {
    private final Handler handler = new Handler(VALUE, this::checkIsShown);

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("receiver", () -> receiver.onReceive(handler));
      actors.atEnd(
          () -> {
            checkRunOrLeft(handler, false);
            return handler.calls;
          });
    }
  }

  static final class ByAnExecutor extends Handled {
    private final Mailbox<Runnable> tasks = new Mailbox<>();
    private final Handler handler = new Handler(VALUE, this::checkIsShown);

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("receiver", () -> receiver.onReceive(handler, tasks::put));
      actors.add("executor", () -> tasks.take().run());
      actors.atEnd(
          () -> {
            checkRunOrLeft(handler, false);
            return handler.calls;
          });
    }
  }

  static final class ByAnExecutorThatRunsItAtOnce extends Handled {
    private final Handler handler = new Handler(VALUE, this::checkIsShown);

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("receiver", () -> receiver.onReceive(handler, Runnable::run));
      actors.atEnd(
          () -> {
            checkRunOrLeft(handler, false);
            return handler.calls;
          });
    }
  }

  static final class ByAnExecutorThatRunsItTwice extends Handled implements Wide {
    private final Mailbox<Runnable> tasks = new Mailbox<>();
    private final Handler handler = new Handler(VALUE, this::checkIsShown);

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () ->
              receiver.onReceive(
                  handler,
                  task -> {
                    tasks.put(task);
                    tasks.put(task);
                  }));
      actors.add("executor", () -> tasks.take().run());
      actors.add("other executor", () -> tasks.take().run());
      actors.atEnd(
          () -> {
            checkRunOrLeft(handler, false);
            return handler.calls;
          });
    }
  }

  static final class OfAFailure extends Handled {
    private final RuntimeException failure = new IllegalStateException();
    private int failures;

    @Override
    public void setUp(Actors actors) {
      fail(actors, failure);
      actors.add(
          "receiver",
          () ->
              receiver.onReceive(
                  new LongChannel.Handler() {
                    @Override
                    public void received(long value) {
                      throw new AssertionError(value);
                    }

                    @Override
                    public void failed(Throwable told) {
                      check(told == failure, "what was given");
                      checkIsShown();
                      failures++;
                    }
                  }));
      actors.atEnd(
          () -> {
            checkEquals(1, failures);
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            return failures;
          });
    }
  }

  static final class AndWithdrawing extends Handled {
    private final Handler handler = new Handler(VALUE);
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            receiver.onReceive(handler);
            isWithdrawn = receiver.withdraw();
          });
      actors.atEnd(
          () -> {
            checkRunOrLeft(handler, isWithdrawn);
            return isWithdrawn;
          });
    }
  }

  static final class AndWithdrawingFromAnExecutor extends Handled {
    private final Mailbox<Runnable> tasks = new Mailbox<>();
    private final Handler handler = new Handler(VALUE);
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            receiver.onReceive(handler, tasks::put);
            isWithdrawn = receiver.withdraw();
            if (!isWithdrawn) {
              tasks.take().run();
            }
          });
      actors.atEnd(
          () -> {
            check(tasks.isEmpty(), "nobody has woken it");
            checkRunOrLeft(handler, isWithdrawn);
            return isWithdrawn;
          });
    }
  }

  /** The one that was withdrawn is not run, and the other is. */
  static final class AndRegisteringAgain extends Handled {
    private final Handler first = new Handler(VALUE);
    private final Handler second = new Handler(VALUE);
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            receiver.onReceive(first);
            isWithdrawn = receiver.withdraw();
            if (isWithdrawn) {
              receiver.onReceive(second, Runnable::run);
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(isWithdrawn ? 0 : 1, first.calls);
            checkEquals(isWithdrawn ? 1 : 0, second.calls);
            return isWithdrawn;
          });
    }
  }

  /**
   * The handler arms the next shot, and waits for that one as well, on whichever thread it runs.
   */
  static final class TheNextShotsAsWell extends Handled implements Wide {
    private final Mailbox<LongChannel.Sender> secondArmed = new Mailbox<>();
    private final Mailbox<LongChannel.Sender> thirdArmed = new Mailbox<>();
    private final Handler third = new Handler(3);
    private final Handler second = new Handler(2, () -> goOn(third, thirdArmed));
    private final Handler first = new Handler(VALUE, () -> goOn(second, secondArmed));

    private void goOn(Handler next, Mailbox<LongChannel.Sender> armed) {
      armed.put(receiver.sender());
      receiver.onReceive(next);
    }

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("receiver", () -> receiver.onReceive(first));
      actors.add("next sender", () -> secondArmed.take().send(2));
      actors.add("last sender", () -> thirdArmed.take().send(3));
      actors.atEnd(
          () -> {
            checkEquals(1, first.calls);
            checkEquals(1, second.calls);
            checkEquals(1, third.calls);
            return "each";
          });
    }
  }

  /** Whoever has left the receiver to a handler takes back that one or the next. */
  static final class AndWithdrawingWhileItGoesOn extends Handled {
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();
    private final Handler third = new Handler(3);
    private final Handler second = new Handler(2);
    private final Handler first = new Handler(VALUE, this::goOn);
    private boolean isWithdrawn;

    private void goOn() {
      LongChannel.Sender next = receiver.sender();
      receiver.onReceive(second);
      armed.put(next);
    }

    @Override
    public void setUp(Actors actors) {
      send(actors);
      receiver.onReceive(first);
      actors.add("owner", () -> isWithdrawn = receiver.withdraw());
      actors.atEnd(
          () -> {
            String outcome = endOfSecond();
            LongChannel.Sender last = receiver.sender();
            receiver.onReceive(third);
            check(last.send(3), "the receiver is there");
            checkEquals(1, third.calls);
            return outcome;
          });
    }

    private String endOfSecond() throws InterruptedException {
      if (first.calls == 0) {
        check(isWithdrawn, "taken back");
        checkEquals((long) VALUE, receiver.take());
        return "first";
      }
      armed.take().send(2);
      checkEquals(isWithdrawn ? 0 : 1, second.calls);
      checkEquals(isWithdrawn ? Poll.READY : Poll.DISCONNECTED, receiver.poll());
      return isWithdrawn ? "second" : "none";
    }
  }

  /** Each handler registers the next, which is due when it returns: nobody else runs them. */
  static final class TheNextAsWellByAnExecutorThatRunsThemAtOnce extends Handled {
    private final Handler third = new Handler(3);
    private final Handler second = new Handler(2, () -> register(third, Runnable::run).send(3));
    private final Handler first = new Handler(VALUE, () -> register(second, Runnable::run).send(2));

    private LongChannel.Sender register(Handler next, Executor executor) {
      LongChannel.Sender armed = receiver.sender();
      receiver.onReceive(next, executor);
      return armed;
    }

    @Override
    public void setUp(Actors actors) {
      receiver.onReceive(first);
      send(actors);
      actors.atEnd(
          () -> {
            checkEquals(1, first.calls);
            checkEquals(1, second.calls);
            checkEquals(1, third.calls);
            Handler last = new Handler(4);
            register(last, Runnable::run).send(4);
            checkEquals(1, last.calls);
            return "each";
          });
    }
  }

  private static void refuse(Runnable task) {
    throw new Tolerated("refused");
  }

  /** What is refused stays to be received, in whichever way. */
  static final class Refused extends Handled {
    private final Handler refused = new Handler(VALUE);
    private final Handler again = new Handler(VALUE);

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("receiver", () -> receiver.onReceive(refused, Handling::refuse));
      actors.atEnd(
          () -> {
            check(isSent, "the refusal is none of the sender's business");
            checkEquals(0, refused.calls);
            receiver.onReceive(again);
            checkEquals(1, again.calls);
            return again.calls;
          });
    }
  }

  /** The executor throws, and has given the task to another thread before. */
  static final class RefusedLate extends Handled {
    private final Mailbox<Runnable> tasks = new Mailbox<>();
    private final Handler refused = new Handler(VALUE);

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () ->
              receiver.onReceive(
                  refused,
                  task -> {
                    tasks.put(task);
                    refuse(task);
                  }));
      actors.add("executor", () -> tasks.take().run());
      actors.atEnd(
          () -> {
            check(isSent, "the refusal is none of the sender's business");
            boolean isLeft = refused.calls == 0;
            checkRunOrLeft(refused, isLeft);
            return isLeft;
          });
    }
  }

  /** The same, and whoever runs it goes on to the next shot. */
  static final class RefusedLateAndGoingOn extends Handled {
    private final Mailbox<Runnable> tasks = new Mailbox<>();
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();
    private final Handler second = new Handler(2);
    private final Handler refused = new Handler(VALUE, this::goOn);

    private void goOn() {
      armed.put(receiver.sender());
      receiver.onReceive(second);
    }

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("executor", () -> tasks.take().run());
      receiver.onReceive(
          refused,
          task -> {
            tasks.put(task);
            refuse(task);
          });
      actors.atEnd(
          () -> {
            boolean isLeft = refused.calls == 0;
            check(armed.isEmpty() == isLeft, "it has gone on if it was run");
            if (isLeft) {
              checkEquals((long) VALUE, receiver.take());
            } else {
              armed.take().send(2);
              checkEquals(1, second.calls);
            }
            return isLeft;
          });
    }
  }
}
