package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;

import io.multishot.DisconnectedException;
import io.multishot.RawState;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import io.multishot.fixtures.Handler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A channel, and a group that it is a member of; and who is told of what: wakers, handlers,
 * futures, tasks, and a thread that waits.
 */
abstract class Witness {

  /** What was registered earlier, and replaced, is run. */
  static final String LATE = "late";

  private static final Set<String> LIVE =
      Set.of(
          "null, odd",
          "Thread, odd",
          "Waker, odd",
          "HandlerTask, odd",
          "OutcomeFuture, odd",
          "ReceiverMember, odd");

  /** What an operation returns that has registered something. */
  private static final Set<String> REGISTERED = Set.of("PENDING", "false", "done", "future");

  final Line line;
  final ReceiverGroup group;

  /** Who was told what since the last {@link HeldShots#tell}. */
  final List<String> told = new ArrayList<>();

  /** An event loop that is run by hand. */
  final Queue<Runnable> tasks = new ArrayDeque<>();

  final Executor loop = new TheLoop();
  final Exception failure = new Exception("as given to fail");

  /** Stands for the waker, handler or future that was registered last. */
  private Object registration = new Object();

  @Nullable Waiter waiter;

  Witness(Subject subject) {
    line = subject.line();
    group = ReceiverGroup.of(line.receiver(), LongChannel.open());
  }

  Line line() {
    return line;
  }

  ReceiverGroup group() {
    return group;
  }

  String raw() {
    return RawState.of(line.receiver());
  }

  private boolean isLive() {
    return LIVE.contains(raw());
  }

  String payload(@Nullable Object value) {
    assertSameBits(line.value(), value);
    return "value";
  }

  String told(@Nullable Object value) {
    return payload(line.keep(value));
  }

  String name(Throwable thrown) {
    return thrown == failure
        ? "failure"
        : thrown instanceof CancellationException
            ? "cancelled"
            : thrown instanceof DisconnectedException ? "Disconnected" : thrown.toString();
  }

  static String text(Object described) {
    String text = described.toString();
    return '"' + text.substring(text.indexOf('[')) + '"';
  }

  /** Runs an operation, and says what it throws. */
  String run(Callable<String> operation) {
    try {
      return operation.call();
    } catch (CompletionException e) {
      return e.getCause() == failure ? "Completion" : e.toString();
    } catch (TimeoutException e) {
      return "Timeout";
    } catch (InterruptedException e) {
      return "Interrupted";
    } catch (DisconnectedException e) {
      return "Disconnected \"" + e.getMessage() + '"';
    } catch (IllegalStateException e) {
      return "IllegalState \"" + e.getMessage() + '"';
    } catch (Exception e) {
      return e.toString();
    }
  }

  String interrupted(Callable<String> operation) {
    Thread.currentThread().interrupt();
    String result = run(operation);
    return Thread.interrupted() ? result + ", still interrupted" : result;
  }

  /** On a thread of its own, which is not waited for if it parks; unless there is no need to. */
  String waiting(String registered, Callable<String> operation) throws Exception {
    if (!isLive()) {
      return operation.call();
    }
    Waiter started = new Waiter(registered, operation);
    if (!started.parks()) {
      return started.join();
    }
    waiter = started;
    return "waits";
  }

  /** An operation that registers something; it does not if it finds an outcome, or throws. */
  String registering(Function<Object, String> operation) {
    Object before = registration;
    Object mine = new Object();
    registration = mine;
    boolean isRegistered = false;
    try {
      String result = operation.apply(mine);
      isRegistered = REGISTERED.contains(result);
      return result;
    } finally {
      if (!isRegistered) {
        registration = before;
      }
    }
  }

  Waker waker(Object mine) {
    return new TheWaker(mine);
  }

  Handler handler(Object mine) {
    return new Handler() {
      @Override
      public void received(@Nullable Object value) {
        note(mine, "handler: " + told(value));
      }

      @Override
      public void failed(Throwable thrown) {
        note(mine, "handler: " + name(thrown));
      }
    };
  }

  void note(Object registered, String what) {
    told.add(registered == registration ? what : LATE + ": " + what);
  }

  /** A channel names it, and does not ask it for its name. */
  private final class TheWaker implements Waker {
    private final Object mine;

    TheWaker(Object mine) {
      this.mine = mine;
    }

    @Override
    public void wake() {
      note(mine, "waker");
    }

    @Override
    public String toString() {
      throw new AssertionError("user code is called");
    }
  }

  /** The same of an executor. */
  private final class TheLoop implements Executor {
    @Override
    public void execute(Runnable task) {
      tasks.add(task);
      told.add("task");
    }

    @Override
    public String toString() {
      throw new AssertionError("user code is called");
    }
  }

  /** A thread in an operation that may block. */
  final class Waiter {

    /** What it makes the state while it waits. */
    final String registered;

    final Thread thread;
    private volatile String result = "nothing";

    Waiter(String registered, Callable<String> operation) {
      this.registered = registered;
      thread = new Thread(() -> result = run(operation), "the waiting thread");
      thread.setDaemon(true);
      thread.start();
    }

    boolean parks() {
      TestThreads.await(() -> !thread.isAlive() || isBlocked());
      return thread.isAlive();
    }

    private boolean isBlocked() {
      Object blocker = LockSupport.getBlocker(thread);
      return blocker == line.receiver() || blocker == group;
    }

    String join() {
      TestThreads.await(() -> !thread.isAlive());
      return result;
    }
  }
}
