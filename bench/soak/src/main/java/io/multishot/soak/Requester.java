package io.multishot.soak;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Owns one receiver, and goes through shots as their plans have it: waits in every way there is,
 * and gives up in every way there is.
 *
 * <p>May be moved from thread to thread between two shots.
 */
final class Requester extends WaitingOwner {

  private final long seed;
  private final Queue<Request> requests;
  private final Ledger ledger;

  Requester(Harness harness, Kind kind, long seed, Queue<Request> requests, Executor tasks) {
    super(harness, kind, tasks);
    this.seed = seed;
    this.requests = requests;
    this.ledger = new Ledger(harness);
  }

  void goThrough(long shot) {
    Plan plan = Plan.of(seed, shot);
    if (plan.probes()) {
      runStale();
    }
    Request request = new Request(channel, arm(plan), shot, plan);
    harness.tally().add(Count.STALE_TASKS, runLoop()); // the last shot is over by now
    if (plan.probes()) {
      probeLive(request);
    }
    requests.add(request);
    Ending ending = end(request);
    request.ending = ending;
    settleWakers(request, ending);
    if (plan.interrupts()) {
      requireOneInterrupt(request);
    }
    if (plan.probes() && ending == Ending.RECEIVED) {
      probeIdle(request);
    }
    ledger.add(request);
    ledger.limit();
  }

  void finish() {
    ledger.settleAll();
    harness.tally().add(Count.STALE_TASKS, runLoop());
    runStale();
    if (armed != null) {
      armed.close();
      armed = null;
    }
    channel.receiver().close();
  }

  private MultiShotSender arm(Plan plan) {
    MultiShotSender sender = armed;
    if (sender != null) {
      armed = null;
      return sender;
    }
    switch (plan.choice() & 3) {
      case 0 -> sender = channel.trySender();
      case 1 -> sender = channel.renew();
      default -> sender = channel.sender();
    }
    if (sender == null) {
      throw new SoakFailure("no sender, though no shot is open: " + channel.receiver());
    }
    return sender;
  }

  private static void settleWakers(Request request, Ending ending) {
    if (!request.wakers.isEmpty() && ending == Ending.ABANDONED) {
      request.wakers.forEach(waker -> waker.expect(0, 0));
    } else if (!request.wakers.isEmpty() && ending == Ending.CLOSED) {
      request.wakers.forEach(waker -> waker.expect(0, 1));
    }
  }

  private Ending end(Request request) {
    Plan plan = request.plan;
    MultiShotReceiver receiver = channel.receiver();
    return switch (plan.abandonment()) {
      case NOT -> await(request);
      case DROP -> {
        awaitOutcome(request);
        Verdict.require(receiver.drop(), "what is there can be dropped", request);
        Verdict.require(
            !receiver.drop() && receiver.poll() == Poll.DISCONNECTED,
            "what was dropped is gone",
            request);
        yield Ending.DROPPED;
      }
      case REARM -> {
        awaitOutcome(request);
        yield Ending.DROPPED;
      }
      case RENEW -> renew(request);
      case CLOSE -> close(request);
      case CANCEL, FUTURE_TIMEOUT, FUTURE_COMPLETED -> leaveFuture(request);
    };
  }

  // Waiting

  private Ending await(Request request) {
    Plan plan = request.plan;
    MultiShotReceiver receiver = channel.receiver();
    boolean peeks = (plan.choice() & 4) != 0;
    return switch (plan.waiting()) {
      case RECEIVE -> receive(request);
      case RECEIVE_UNINTERRUPTIBLY -> {
        try {
          yield Verdict.value(request, channel.receiveNumberUninterruptibly());
        } catch (CompletionException | DisconnectedException thrown) {
          yield Verdict.thrown(request, thrown);
        }
      }
      case RECEIVE_TIMED -> persist(request, () -> receiveTimed(request));
      case AWAIT -> {
        awaitOutcome(request);
        yield Verdict.take(request, peeks);
      }
      case AWAIT_TIMED ->
          persist(
              request,
              () -> {
                long nanos = plan.patience();
                while (receiver.await(nanos, NANOSECONDS) == Poll.PENDING) {
                  harness.tally().add(Count.TIMEOUTS);
                  nanos = longer(nanos);
                }
                return Verdict.take(request, peeks);
              });
      case POLL -> {
        Pause.until(harness, () -> receiver.poll() != Poll.PENDING);
        yield Verdict.take(request, peeks);
      }
      case WAKER -> {
        CountedWaker waker = registerWakers(request);
        if (waker != null) {
          parkUntilRun(waker);
        }
        yield Verdict.take(request, peeks);
      }
      case WAKER_THEN_RECEIVE -> {
        CountedWaker waker = registerWakers(request);
        if (waker != null) {
          waker.expect(0, 1);
        }
        yield receive(request);
      }
      case WAKER_WITHDRAWN -> {
        CountedWaker waker = registerWakers(request);
        if (waker != null && receiver.withdraw()) {
          harness.tally().add(Count.WITHDRAWN);
          waker.expect(0, 0);
        }
        yield receive(request);
      }
      case HANDLER -> handle(request, null, false);
      case HANDLER_BY_EXECUTOR -> handle(request, tasks, false);
      case HANDLER_THAT_THROWS -> handle(request, (plan.choice() & 8) != 0 ? tasks : null, true);
      case HANDLER_BY_FAULTY_EXECUTOR -> handleByFaultyExecutor(request);
      case HANDLER_IN_LOOP -> handleInLoop(request);
      case HANDLER_WITHDRAWN -> handleWithdrawn(request);
      case FUTURE -> awaitFuture(request, channel.toFuture());
      case FUTURE_WITHDRAWN -> withdrawFuture(request);
    };
  }

  // Futures

  private Ending withdrawFuture(Request request) {
    CompletableFuture<?> future = channel.toFuture();
    Pause.nanos(request.plan.patience());
    if (!channel.receiver().withdraw()) {
      return awaitFuture(request, future);
    }
    harness.tally().add(Count.WITHDRAWN);
    Verdict.require(future.isCancelled(), "a future that was withdrawn is cancelled", request);
    return receive(request);
  }

  private Ending awaitFuture(Request request, CompletableFuture<?> future) {
    return persist(
        request,
        () -> {
          try {
            Object value = future.get();
            return value == null ? otherwise(request) : value(request, value);
          } catch (CancellationException cancelled) {
            return otherwise(request);
          } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return cause instanceof TimeoutException
                ? otherwise(request)
                : Verdict.failure(request, cause == null ? e : cause);
          }
        });
  }

  private Ending value(Request request, Object value) {
    boolean isOutdated = kind.isView() && (armed != null || channel != request.channel);
    return isOutdated ? Ending.RECEIVED : Verdict.value(request, request.channel.numberOf(value));
  }

  /** The future was not completed by the sender: which may have sent before, in vain. */
  private Ending otherwise(Request request) {
    harness.tally().add(Count.COMPLETED_OTHERWISE);
    if (armed == null) {
      armed = channel.trySender();
    }
    Verdict.require(armed != null, "when its future is done the receiver can be armed", request);
    return armed != request.sender ? Ending.ABANDONED : Ending.DROPPED;
  }

  @SuppressWarnings("EnumOrdinal") // any of them will do
  private Ending leaveFuture(Request request) {
    CompletableFuture<?> future = channel.toFuture();
    Plan plan = request.plan;
    switch (plan.abandonment()) {
      case FUTURE_TIMEOUT -> {
        tasks.execute(() -> future.completeExceptionally(new TimeoutException()));
        harness.tally().add(Count.TIMEOUTS);
      }
      case FUTURE_COMPLETED -> {
        Completion way = Completion.values()[(plan.choice() >> 4) % Completion.values().length];
        if ((plan.choice() & 8) != 0) {
          tasks.execute(() -> way.of(future, plan.patience(), tasks));
        } else {
          Pause.nanos(plan.patience());
          way.of(future, plan.patience(), tasks);
        }
      }
      default -> {
        Pause.nanos(plan.patience());
        boolean isCancelled = future.cancel(true);
        Verdict.require(
            future.isDone() && isCancelled == future.isCancelled(),
            "a future that was cancelled is done, and says of what",
            request);
        harness.tally().add(Count.CANCELLED, isCancelled ? 1 : 0);
      }
    }
    return awaitFuture(request, future);
  }

  // Leaving

  /** The fresh sender is another one if, and only if, the old one is abandoned. */
  private Ending renew(Request request) {
    boolean hasWaker = request.plan.waiting() == Wait.WAKER && registerWakers(request) != null;
    CompletableFuture<?> future = registerToLeave(request);
    Pause.nanos(hasWaker ? 0 : request.plan.patience());
    MultiShotSender fresh = channel.renew();
    armed = fresh;
    harness.tally().add(Count.RENEWED);
    if (future != null) {
      return awaitFuture(request, future);
    }
    return fresh != request.sender ? Ending.ABANDONED : Ending.DROPPED;
  }

  /** Registers what is to be left alone: a handler, or the future that is returned. */
  private @Nullable CompletableFuture<?> registerToLeave(Request request) {
    switch (request.plan.waiting()) {
      case HANDLER_IN_LOOP -> registerInLoop(request).forbid();
      case FUTURE, FUTURE_WITHDRAWN -> {
        return channel.toFuture();
      }
      default -> {}
    }
    return null;
  }

  private Ending close(Request request) {
    if (request.plan.waiting() == Wait.WAKER) {
      registerWakers(request);
    }
    CompletableFuture<?> future = registerToLeave(request);
    Pause.nanos(request.plan.patience());
    MultiShotReceiver receiver = channel.receiver();
    boolean wasOver = future == null && receiver.poll() != Poll.PENDING;
    receiver.close();
    receiver.close();
    harness.tally().add(Count.CLOSED);
    Verdict.require(
        receiver.poll() == Poll.DISCONNECTED && channel.trySender() == null,
        "a closed receiver arms nothing",
        request);
    harness.unwatch(receiver);
    channel = open();
    if (future != null) {
      return awaitClosed(request, future);
    }
    return wasOver ? Ending.DROPPED : Ending.CLOSED;
  }

  /** The receiver was closed: the future has the outcome, or is cancelled. */
  private Ending awaitClosed(Request request, CompletableFuture<?> future) {
    return persist(
        request,
        () -> {
          try {
            return value(request, future.get());
          } catch (CancellationException cancelled) {
            return Ending.CLOSED;
          } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return Verdict.failure(request, cause == null ? e : cause);
          }
        });
  }

  // What must not be

  private void requireOneInterrupt(Request request) {
    Pause.until(harness, request::isAnswered);
    int seen = caught + (Thread.interrupted() ? 1 : 0);
    caught = 0;
    Verdict.require(seen == 1, "an interrupt is thrown or stays pending, and not " + seen, request);
    harness.tally().add(Count.INTERRUPTS);
  }

  private void probeLive(Request request) {
    Verdict.require(
        channel.receiver().poll() == Poll.PENDING && channel.trySender() == null,
        "a live sender is not armed again",
        request);
    requireMistake(channel::sender, request);
    requireMistake(channel::takeNumber, request);
  }

  private void probeIdle(Request request) {
    if (armed != null) {
      return;
    }
    MultiShotReceiver receiver = channel.receiver();
    Verdict.require(
        receiver.poll() == Poll.DISCONNECTED && !receiver.drop() && receiver.failure() == null,
        "a value is taken once",
        request);
    requireMistake(channel::takeNumber, request);
    requireMistake(channel::peekNumber, request);
  }

  private void requireMistake(Runnable use, Request request) {
    harness.tally().add(Count.MISUSED);
    try {
      use.run();
    } catch (IllegalStateException expected) {
      return;
    }
    throw new SoakFailure("a mistake was not told: " + request);
  }
}
