package io.multishot.soak;

import io.multishot.CallTimeoutException;
import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.soak.CallQuestion.Ending;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Owns one caller after the other: asks, waits in every way there is, and gives up in every way.
 */
class CallOwner {

  private static final int MOST_OPEN = 16;

  /** One in so many questions is seen to be released. */
  private static final int QUESTIONS_PER_REFERENCE = 16;

  /** Waits for an outcome; an interrupt makes it try again. */
  interface Attempt {
    Ending run() throws InterruptedException;
  }

  final Harness harness;
  private final Supplier<Calls> callers;
  final long seed;
  private final BlockingQueue<CallServer.Handed> queue;
  private final boolean hasSeat;
  private final Tasks tasks;
  private final Deque<CallQuestion> open = new ArrayDeque<>();
  private final Deque<Ending> endings = new ArrayDeque<>();
  private final List<WeakReference<CallQuestion>> asked = new ArrayList<>();
  private Calls calls;
  private long count;

  /** Interrupts thrown in this question. */
  private int caught;

  /**
   * Makes an owner.
   *
   * @param queue where to hand requests over, or seats
   */
  @SuppressWarnings("this-escape") // to this package
  CallOwner(
      Harness harness,
      Supplier<Calls> callers,
      long seed,
      BlockingQueue<CallServer.Handed> queue,
      boolean hasSeat,
      Tasks tasks) {
    this.harness = harness;
    this.callers = callers;
    this.seed = seed;
    this.queue = queue;
    this.hasSeat = hasSeat;
    this.tasks = tasks;
    this.calls = open();
  }

  final Calls open() {
    Calls opened = callers.get();
    harness.watch(opened);
    if (hasSeat) {
      queue.add(new CallServer.Handed(opened, opened.caller().request(), true));
    }
    return opened;
  }

  private void reopen() {
    close(calls);
    calls = open();
  }

  final void close(Calls closed) {
    harness.unwatch(closed);
    closed.caller().close();
  }

  void goThrough(long number) {
    CallPlan plan = CallPlan.of(seed, number);
    CallQuestion question = question(calls, plan);
    Ending ending = end(question);
    if (plan.interrupts()) {
      requireOneInterrupt(question);
    }
    add(question, ending);
    if (plan.way() == CallPlan.Way.CLOSE) {
      reopen();
    } else if (ending == Ending.DISCONNECTED && calls.isLeft) {
      requireLeft();
      reopen();
    }
  }

  final CallQuestion question(Calls by, CallPlan plan) {
    CallQuestion question = new CallQuestion(Mix.of(seed + ++count), plan, by);
    if (count % QUESTIONS_PER_REFERENCE == 0) {
      asked.add(new WeakReference<>(question));
    }
    return question;
  }

  /** Nobody serves the next question, or any. */
  private void requireLeft() {
    CallQuestion next = question(calls, CallPlan.of(seed, 0).calm());
    ask(next);
    next.require(
        persist(next, () -> found(next, calls.caller().await())) == Ending.DISCONNECTED,
        "a question to a seat that was left is disconnected");
  }

  private static Ending found(CallQuestion question, Poll found) {
    return found == Poll.DISCONNECTED ? question.disconnected() : Ending.GONE;
  }

  /** The last question is served, so that nothing keeps those before. */
  void finish() {
    settleUntil(0);
    askLast(calls);
    close(calls);
  }

  final void askLast(Calls by) {
    Calls last = by;
    while (true) {
      CallQuestion question = new CallQuestion(Mix.of(seed), CallPlan.of(seed, 0).calm(), last);
      ask(question);
      Ending ending = persist(question, () -> receive(question));
      if (ending != Ending.DISCONNECTED || !last.isLeft) {
        Pause.until(harness, () -> !question.isBegun() || question.isAnswered());
        return;
      }
      close(last);
      last = open();
      calls = last;
    }
  }

  /** When all threads have come to their ends. */
  void checkReleased(Runnable pause) {
    try {
      while (!asked.isEmpty()) {
        pause.run();
        asked.removeIf(each -> each.refersTo(null));
      }
    } finally {
      Reference.reachabilityFence(this); // and so its callers
    }
  }

  // Settling

  final void add(CallQuestion question, Ending ending) {
    open.add(question);
    endings.add(ending);
    settleUntil(MOST_OPEN);
  }

  final void settleUntil(int most) {
    while (open.size() > most || (!open.isEmpty() && open.element().isAnswered())) {
      CallQuestion next = open.remove();
      Ending ending = endings.remove();
      if (ending != Ending.GONE) {
        Pause.until(harness, () -> !next.isBegun() || next.isAnswered());
      }
      next.settle(ending, harness.tally());
      harness.progress();
    }
  }

  // Ways

  final void ask(CallQuestion question) {
    MultiShotSender request = question.calls.ask(question.number, question);
    if (!hasSeat) {
      handOver(question.calls, request);
    }
    Thread server = question.calls.server;
    if (question.plan.interruptsServer() && server != null) {
      server.interrupt();
    }
  }

  private void handOver(Calls by, MultiShotSender request) {
    queue.add(new CallServer.Handed(by, request, false));
  }

  private Ending end(CallQuestion question) {
    CallPlan plan = question.plan;
    if (plan.way() == CallPlan.Way.CALL) {
      return call(question, Long.MAX_VALUE);
    }
    if (plan.way() == CallPlan.Way.CALL_TIMED) {
      return call(question, plan.patience());
    }
    ask(question);
    return switch (plan.way()) {
      case RECEIVE -> persist(question, () -> receive(question));
      case RECEIVE_TIMED -> persist(question, () -> receiveTimed(question));
      case AWAIT ->
          persist(
              question,
              () -> {
                question.require(
                    calls.caller().await() != Poll.PENDING, "await ends with an outcome");
                return take(question);
              });
      case POLL -> {
        Pause.until(harness, () -> calls.caller().poll() != Poll.PENDING);
        yield take(question);
      }
      case WAKER -> {
        CountedWaker waker = registerWaker(question);
        if (waker != null) {
          parkUntil(waker::hasRun);
          waker.expect(1, 1).settle();
        }
        yield take(question);
      }
      case HANDLER -> await(handle(question, Runnable::run));
      case HANDLER_BY_EXECUTOR -> await(handle(question, tasks));
      case HANDLER_WITHDRAWN -> {
        Mailbox mailbox = handle(question, (plan.choice() & 8) != 0 ? tasks : Runnable::run);
        Pause.nanos(plan.patience());
        if (!calls.caller().withdraw()) {
          yield await(mailbox);
        }
        harness.tally().add(Count.WITHDRAWN);
        Ending ending = persist(question, () -> receive(question));
        question.require(mailbox.ending == null, "a handler that was withdrawn is not run");
        yield ending;
      }
      case FUTURE -> awaitFuture(question, calls.toFuture());
      case FUTURE_CANCELLED -> {
        CompletableFuture<Long> future = calls.toFuture();
        Pause.nanos(plan.patience());
        yield future.cancel(false) ? Ending.GONE : awaitFuture(question, future);
      }
      case ABANDON_WITH_WAKER -> {
        CountedWaker waker = registerWaker(question);
        if (waker != null) {
          waker.expect(0, 1);
        }
        yield abandon(question);
      }
      case ABANDON -> abandon(question);
      case CLOSE -> {
        Pause.nanos(plan.patience());
        yield Ending.GONE; // by whoever closes it
      }
      case CALL, CALL_TIMED -> throw new AssertionError();
    };
  }

  private Ending abandon(CallQuestion question) {
    Pause.nanos(question.plan.patience());
    question.require(calls.abandon(), "a question can be given up");
    return Ending.GONE;
  }

  private Ending call(CallQuestion question, long nanos) {
    Consumer<MultiShotSender> route = hasSeat ? null : request -> handOver(question.calls, request);
    try {
      return question.value(calls.call(question.number, question, nanos, route));
    } catch (CallTimeoutException e) {
      question.require(nanos != Long.MAX_VALUE, "only what has a limit reaches it");
      harness.tally().add(Count.TIMEOUTS);
      return Ending.GONE;
    } catch (CompletionException | DisconnectedException thrown) {
      return question.thrown(thrown);
    }
  }

  private Ending receive(CallQuestion question) throws InterruptedException {
    try {
      return question.value(question.calls.receive());
    } catch (CompletionException | DisconnectedException thrown) {
      return question.thrown(thrown);
    }
  }

  private Ending receiveTimed(CallQuestion question) throws InterruptedException {
    long nanos = question.plan.patience();
    while (true) {
      try {
        return question.value(calls.receive(nanos));
      } catch (TimeoutException tooEarly) {
        harness.tally().add(Count.TIMEOUTS);
        nanos = WaitingOwner.longer(nanos);
      } catch (CompletionException | DisconnectedException thrown) {
        return question.thrown(thrown);
      }
    }
  }

  /** Takes the outcome that is there, of whatever kind. */
  final Ending take(CallQuestion question) {
    Calls by = question.calls;
    Poll found = by.caller().poll();
    return switch (found) {
      case READY -> question.value(by.take());
      case FAILED -> {
        Throwable failure = Objects.requireNonNull(by.caller().failure());
        question.require(by.caller().drop(), "a failure is dropped");
        yield question.thrown(failure);
      }
      case DISCONNECTED -> question.disconnected();
      default -> throw new SoakFailure("told of an outcome that is not there: " + question);
    };
  }

  final Ending persist(CallQuestion question, Attempt attempt) {
    while (true) {
      try {
        return attempt.run();
      } catch (InterruptedException e) {
        question.require(
            question.plan.interrupts() && ++caught == 1, "one interrupt is thrown once");
        harness.progress();
      }
    }
  }

  private void requireOneInterrupt(CallQuestion question) {
    Pause.until(harness, () -> !question.isBegun() || question.isAnswered());
    int seen = caught + (Thread.interrupted() ? 1 : 0);
    caught = 0;
    question.require(
        seen == (question.isBegun() ? 1 : 0),
        "an interrupt is thrown or stays pending, and not " + seen);
    harness.tally().add(Count.INTERRUPTS, seen);
  }

  /** Returns the one to be run; {@code null} if the outcome is there. */
  private @Nullable CountedWaker registerWaker(CallQuestion question) {
    CountedWaker waker = new CountedWaker(harness, "a waker", question.owner, false);
    return calls.caller().poll(waker) == Poll.PENDING ? waker : null;
  }

  private void parkUntil(BooleanSupplier isDone) {
    while (!isDone.getAsBoolean()) {
      if (Thread.currentThread().isInterrupted()) {
        Pause.until(harness, isDone); // a park would return at once
      } else {
        LockSupport.park();
      }
      if (harness.hasFailed()) {
        throw new SoakFailure("gave up, because another thread failed");
      }
    }
  }

  // Handlers and futures

  private Mailbox handle(CallQuestion question, Executor executor) {
    Mailbox mailbox = new Mailbox(question);
    calls.onReceive(mailbox, executor);
    return mailbox;
  }

  private Ending await(Mailbox mailbox) {
    parkUntil(() -> mailbox.ending != null);
    return Objects.requireNonNull(mailbox.ending);
  }

  private static final class Mailbox implements Calls.Handler {

    private final CallQuestion question;
    private volatile @Nullable Ending ending;

    Mailbox(CallQuestion question) {
      this.question = question;
    }

    @Override
    public void received(long answer) {
      put(question.value(answer));
    }

    @Override
    public void failed(Throwable failure) {
      put(question.thrown(failure));
    }

    private void put(Ending outcome) {
      question.require(ending == null, "a handler is run once");
      ending = outcome;
      LockSupport.unpark(question.owner);
    }
  }

  private Ending awaitFuture(CallQuestion question, CompletableFuture<Long> future) {
    return persist(
        question,
        () -> {
          try {
            return question.value(future.get());
          } catch (CancellationException cancelled) {
            question.require(
                question.plan.way() == CallPlan.Way.FUTURE_CANCELLED, "nobody has cancelled it");
            return Ending.GONE;
          } catch (ExecutionException e) {
            return question.thrown(Objects.requireNonNull(e.getCause()));
          }
        });
  }
}
