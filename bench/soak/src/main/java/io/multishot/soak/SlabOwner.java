package io.multishot.soak;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.Slab;
import io.multishot.Waker;
import io.multishot.soak.SlabRequest.Ending;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Owns one shot of a slab after the other, which other owners use as well: waits in every way there
 * is, and gives up in every way there is.
 */
final class SlabOwner {

  private static final int MOST_OPEN = 16;

  /** Waits for an outcome; an interrupt makes it try again. */
  private interface Attempt {
    Ending run() throws InterruptedException;
  }

  private final Harness harness;
  private final Supplier<SlabEpoch> current;
  private final long seed;
  private final Queue<SlabRequest> requests;
  private final Executor tasks;

  /** One for all owners and shots, which wakes them all. */
  private final Waker shared;

  private final Deque<SlabRequest> open = new ArrayDeque<>();
  private final List<CountedWaker> undecided = new ArrayList<>();

  /** What executors run when the shot is over. */
  private final Queue<Runnable> stale = new ConcurrentLinkedQueue<>();

  private @Nullable SlabEpoch epoch;
  private @Nullable Replies replies;

  /** Interrupts thrown in this shot. */
  private int caught;

  SlabOwner(
      Harness harness,
      Supplier<SlabEpoch> current,
      long seed,
      Queue<SlabRequest> requests,
      Executor tasks,
      Waker shared) {
    this.harness = harness;
    this.current = current;
    this.seed = seed;
    this.requests = requests;
    this.tasks = tasks;
    this.shared = shared;
  }

  void goThrough(long shot) {
    SlabPlan plan = SlabPlan.of(seed, shot);
    if (plan.probes()) {
      runStale();
    }
    SlabRequest request = acquire(plan, Mix.of(seed + shot));
    requests.add(request);
    Ending ending = end(request);
    request.ending = ending;
    request.require(slab().poll(request.id) == Poll.UNKNOWN, "a shot that is over is not known");
    if (plan.interrupts()) {
      requireOneInterrupt(request);
    }
    if (plan.probes()) {
      probeOver(request);
    }
    add(request);
  }

  void finish() {
    while (!open.isEmpty()) {
      SlabRequest next = open.remove();
      Pause.until(harness, next::isAnswered);
      settle(next);
    }
    for (Runnable task = stale.poll(); task != null; task = stale.poll()) {
      task.run();
    }
    undecided.forEach(CountedWaker::settle);
  }

  private Slab<?, ?> slab() {
    return replies().slab();
  }

  private Replies replies() {
    return Objects.requireNonNull(replies);
  }

  @SuppressWarnings("ThreadPriorityCheck") // it is a chance, and nothing depends on it
  private SlabRequest acquire(SlabPlan plan, long number) {
    while (!harness.hasFailed()) {
      SlabEpoch now = current.get();
      if (now != epoch) {
        epoch = now;
        replies = now.replies.forAnotherThread();
      }
      long id =
          plan.term() > 0
              ? replies().tryAcquire(System.nanoTime() + plan.term())
              : replies().tryAcquire();
      if (id > 0) {
        return new SlabRequest(now, id, number, plan);
      }
      Thread.yield(); // all are in use, or it is being closed
    }
    throw new SoakFailure("gave up, because another thread failed");
  }

  // Settling

  private void add(SlabRequest request) {
    open.add(request);
    for (Iterator<SlabRequest> rest = open.iterator(); rest.hasNext(); ) {
      SlabRequest next = rest.next();
      if (next.isAnswered()) {
        rest.remove();
        settle(next);
      } else if (open.size() > MOST_OPEN && !next.plan.isLate()) {
        Pause.until(harness, next::isAnswered);
        rest.remove();
        settle(next);
      }
    }
  }

  private void settle(SlabRequest request) {
    request.settle(harness.tally());
    for (CountedWaker waker : request.wakers) {
      if (waker.isDecided()) {
        Pause.until(harness, waker::isDue); // whoever has ended the shot may be about to run it
        waker.settle();
      } else {
        undecided.add(waker);
      }
    }
    harness.progress();
  }

  // Ways

  private Ending end(SlabRequest request) {
    SlabPlan plan = request.plan;
    long id = request.id;
    return switch (plan.way()) {
      case RECEIVE -> receive(request);
      case RECEIVE_UNINTERRUPTIBLY -> receiveUninterruptibly(request);
      case RECEIVE_TIMED -> receiveTimed(request);
      case AWAIT -> {
        awaitOutcome(request);
        yield take(request);
      }
      case AWAIT_TIMED ->
          persist(
              request,
              () -> {
                long nanos = plan.patience();
                while (slab().await(id, nanos, NANOSECONDS) == Poll.PENDING) {
                  harness.tally().add(Count.TIMEOUTS);
                  nanos = WaitingOwner.longer(nanos);
                }
                return take(request);
              });
      case POLL -> {
        Pause.until(harness, () -> slab().poll(id) != Poll.PENDING);
        yield take(request);
      }
      case WAKER -> {
        CountedWaker waker = registerWakers(request);
        if (waker != null) {
          parkUntil(waker::hasRun);
        }
        yield take(request);
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
        if (waker != null && slab().withdraw(id)) {
          harness.tally().add(Count.WITHDRAWN);
          waker.expect(0, 0);
        }
        yield receive(request);
      }
      case HANDLER -> handle(request, null);
      case HANDLER_BY_EXECUTOR -> handle(request, tasks);
      case HANDLER_BY_FAULTY_EXECUTOR -> handleByFaultyExecutor(request);
      case HANDLER_WITHDRAWN -> handleWithdrawn(request);
      case FUTURE -> awaitFuture(request, slab().toFuture(id));
      case FUTURE_WITHDRAWN -> withdrawFuture(request);
      case FUTURE_COMPLETED -> completeFuture(request);
      case ABANDON -> {
        Pause.nanos(plan.patience());
        yield abandon(request);
      }
      case ABANDON_WITH_WAKER -> {
        registerWakers(request);
        Pause.nanos(plan.patience());
        yield abandon(request);
      }
      case ABANDON_WITH_HANDLER -> abandonWithHandler(request);
      case ABANDON_WITH_FUTURE -> abandonWithFuture(request);
      case ABANDONED_BY_ANOTHER -> waitWhileAbandoned(request);
    };
  }

  private Ending persist(SlabRequest request, Attempt attempt) {
    while (true) {
      try {
        return attempt.run();
      } catch (InterruptedException e) {
        interrupted(request);
      }
    }
  }

  private void interrupted(SlabRequest request) {
    request.require(request.plan.interrupts() && ++caught == 1, "one interrupt is thrown once");
    harness.progress();
  }

  private void requireOneInterrupt(SlabRequest request) {
    Pause.until(harness, request::isAnswered);
    int seen = caught + (Thread.interrupted() ? 1 : 0);
    caught = 0;
    request.require(seen == 1, "an interrupt is thrown or stays pending, and not " + seen);
    harness.tally().add(Count.INTERRUPTS);
  }

  /** An interrupt ends the shot as well: then its sender is refused. */
  private Ending receive(SlabRequest request) {
    try {
      return request.value(replies().receive(request.id));
    } catch (InterruptedException e) {
      interrupted(request);
      return Ending.GIVEN_UP;
    } catch (CompletionException | DisconnectedException thrown) {
      return thrown(request, thrown);
    }
  }

  private Ending receiveUninterruptibly(SlabRequest request) {
    try {
      return request.value(replies().receiveUninterruptibly(request.id));
    } catch (CompletionException | DisconnectedException thrown) {
      return thrown(request, thrown);
    }
  }

  private Ending receiveTimed(SlabRequest request) {
    try {
      return request.value(replies().receive(request.id, request.plan.patience(), NANOSECONDS));
    } catch (TimeoutException e) {
      harness.tally().add(Count.TIMEOUTS);
      return Ending.GIVEN_UP;
    } catch (InterruptedException e) {
      interrupted(request);
      return Ending.GIVEN_UP;
    } catch (CompletionException | DisconnectedException thrown) {
      return thrown(request, thrown);
    }
  }

  private static Ending thrown(SlabRequest request, RuntimeException thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    return request.failure(cause == null ? thrown : cause);
  }

  private void awaitOutcome(SlabRequest request) {
    persist(
        request,
        () -> {
          Poll found = slab().await(request.id);
          request.require(
              found != Poll.PENDING && found != Poll.UNKNOWN, "await ends with an outcome");
          return Ending.GONE;
        });
  }

  /** Takes the outcome that is there, of whatever kind. */
  private Ending take(SlabRequest request) {
    Poll found = slab().poll(request.id);
    return switch (found) {
      case READY -> request.value(replies().take(request.id));
      case FAILED -> {
        Throwable failure = Objects.requireNonNull(slab().failure(request.id));
        Ending ending = receiveUninterruptibly(request);
        request.require(ending == request.failure(failure), "a failure stays the same");
        yield ending;
      }
      case DISCONNECTED -> receiveUninterruptibly(request);
      case PENDING, UNKNOWN ->
          throw new SoakFailure("told of an outcome that is not there: " + request);
    };
  }

  // Wakers

  /** Returns the one to be run; {@code null} if the outcome is there. */
  private @Nullable CountedWaker registerWakers(SlabRequest request) {
    SlabPlan plan = request.plan;
    CountedWaker registered = null;
    for (int i = 1; i <= plan.wakers(); i++) {
      boolean throwsFault = i == plan.wakers() && plan.throwsFault();
      CountedWaker waker = new CountedWaker(harness, "waker " + i, request.owner, throwsFault);
      if (slab().poll(request.id, waker) != Poll.PENDING) {
        if (registered != null) {
          registered.expect(0, 1); // the outcome may have come when it was taken back
        }
        return null;
      }
      request.wakers.add(waker.expect(1, 1));
      if (registered != null) {
        registered.expect(0, 0);
        harness.tally().add(Count.REPLACED_WAKERS);
      }
      registered = waker;
      if (plan.probes()) {
        Poll again = slab().poll(request.id, waker);
        request.require(again != Poll.UNKNOWN, "the same waker can be registered again");
      }
    }
    return registered;
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

  // Handlers

  private Ending handle(SlabRequest request, @Nullable Executor executor) {
    SlabMailbox mailbox = new SlabMailbox(harness, request, request.plan.throwsFault());
    replies().onReceive(request.id, mailbox, executor);
    if (request.plan.probes()) {
      requireMistake(() -> slab().poll(request.id, shared), mailbox, request);
    }
    return await(mailbox);
  }

  private Ending await(SlabMailbox mailbox) {
    parkUntil(() -> mailbox.ending() != null);
    return Objects.requireNonNull(mailbox.ending());
  }

  /**
   * A task that another executor runs late, or twice, may run this handler in place of its own:
   * then it is run though that refuses, or runs when that has done all.
   */
  @SuppressWarnings("EnumOrdinal") // any of them will do
  private Ending handleByFaultyExecutor(SlabRequest request) {
    FaultyExecutor.Way[] ways = FaultyExecutor.Way.values();
    FaultyExecutor.Way way = ways[(request.plan.choice() >> 4) % ways.length];
    SlabMailbox mailbox = new SlabMailbox(harness, request, request.plan.throwsFault());
    FaultyExecutor executor = new FaultyExecutor(harness, way, tasks, stale);
    replies().onReceive(request.id, mailbox, executor);
    Pause.until(harness, executor::isSettled);
    harness.tally().add(Count.BY_FAULTY_EXECUTOR);
    if (way.mustRun) {
      return await(mailbox);
    }
    Pause.until(harness, () -> mailbox.ending() != null || slab().poll(request.id) != Poll.UNKNOWN);
    Ending ending = mailbox.ending();
    if (ending != null) {
      return ending;
    }
    mailbox.forbid();
    return receiveUninterruptibly(request);
  }

  private Ending handleWithdrawn(SlabRequest request) {
    SlabMailbox mailbox = new SlabMailbox(harness, request, false);
    replies().onReceive(request.id, mailbox, (request.plan.choice() & 8) != 0 ? tasks : null);
    Pause.nanos(request.plan.patience());
    if (!slab().withdraw(request.id)) {
      return await(mailbox);
    }
    mailbox.forbid();
    harness.tally().add(Count.WITHDRAWN);
    return receive(request);
  }

  // Futures

  private Ending awaitFuture(SlabRequest request, CompletableFuture<?> future) {
    return persist(
        request,
        () -> {
          try {
            return request.value(replies().numberOf(Objects.requireNonNull(future.get())));
          } catch (ExecutionException e) {
            return request.failure(Objects.requireNonNull(e.getCause()));
          }
        });
  }

  private Ending withdrawFuture(SlabRequest request) {
    CompletableFuture<?> future = slab().toFuture(request.id);
    Pause.nanos(request.plan.patience());
    if (!slab().withdraw(request.id)) {
      return awaitFuture(request, future);
    }
    harness.tally().add(Count.WITHDRAWN);
    request.require(future.isCancelled(), "a future that was withdrawn is cancelled");
    return receive(request);
  }

  @SuppressWarnings("EnumOrdinal") // any of them will do
  private Ending completeFuture(SlabRequest request) {
    CompletableFuture<?> future = slab().toFuture(request.id);
    SlabPlan plan = request.plan;
    Completion way = Completion.values()[(plan.choice() >> 4) % Completion.values().length];
    if ((plan.choice() & 8) != 0) {
      tasks.execute(() -> way.of(future, plan.patience(), tasks));
    } else {
      Pause.nanos(plan.patience());
      way.of(future, plan.patience(), tasks);
    }
    return persist(
        request,
        () -> {
          try {
            Object value = future.get();
            return value == null ? otherwise() : request.value(replies().numberOf(value));
          } catch (CancellationException cancelled) {
            return otherwise();
          } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            return cause instanceof TimeoutException ? otherwise() : request.failure(cause);
          }
        });
  }

  private Ending otherwise() {
    harness.tally().add(Count.COMPLETED_OTHERWISE);
    return Ending.GONE;
  }

  // Leaving

  private Ending abandon(SlabRequest request) {
    request.require(slab().abandon(request.id), "what is the owner's can be abandoned");
    return Ending.GONE;
  }

  private Ending abandonWithHandler(SlabRequest request) {
    SlabMailbox mailbox = new SlabMailbox(harness, request, request.plan.throwsFault());
    replies().onReceive(request.id, mailbox, (request.plan.choice() & 8) != 0 ? tasks : null);
    Pause.nanos(request.plan.patience());
    if (!slab().abandon(request.id)) {
      return await(mailbox);
    }
    mailbox.forbid();
    return Ending.GIVEN_UP;
  }

  private Ending abandonWithFuture(SlabRequest request) {
    CompletableFuture<?> future = slab().toFuture(request.id);
    Pause.nanos(request.plan.patience());
    if (!slab().abandon(request.id)) {
      return awaitFuture(request, future);
    }
    request.require(future.isCancelled(), "the future of a shot that is abandoned is cancelled");
    harness.tally().add(Count.CANCELLED);
    return Ending.GIVEN_UP;
  }

  private Ending waitWhileAbandoned(SlabRequest request) {
    Slab<?, ?> slab = slab();
    tasks.execute(
        () -> {
          Pause.nanos(request.plan.patience());
          slab.abandon(request.id);
        });
    try {
      if ((request.plan.choice() & 16) != 0) {
        return persist(request, () -> request.value(replies().receive(request.id)));
      }
      if ((request.plan.choice() & 32) != 0) {
        slab.poll(request.id, shared);
        slab.withdraw(request.id);
      }
      if (slab.poll(request.id, shared) == Poll.PENDING) {
        parkUntil(() -> slab.poll(request.id) != Poll.PENDING);
      }
      return slab.poll(request.id) == Poll.UNKNOWN ? Ending.GONE : receiveUninterruptibly(request);
    } catch (CompletionException | DisconnectedException thrown) {
      return thrown(request, thrown);
    } catch (IllegalStateException unknown) {
      request.require(slab.poll(request.id) == Poll.UNKNOWN, "what is there can be received");
      return Ending.GONE;
    }
  }

  // What must not be

  @SuppressWarnings("FutureReturnValueIgnored") // none is made
  private void probeOver(SlabRequest request) {
    long id = request.id;
    request.require(
        !slab().abandon(id) && !slab().withdraw(id) && slab().failure(id) == null,
        "what is over stays over");
    requireMistake(() -> replies().take(id), null, request);
    requireMistake(() -> slab().toFuture(id), null, request);
  }

  /** Unless there is a handler that has been run. */
  private void requireMistake(
      Supplier<?> use, @Nullable SlabMailbox unlessOver, SlabRequest request) {
    harness.tally().add(Count.MISUSED);
    Object found;
    try {
      found = use.get();
    } catch (IllegalStateException expected) {
      return;
    }
    boolean isOver = unlessOver != null && found == Poll.UNKNOWN;
    request.require(isOver, "a mistake is told");
  }

  /** On another thread, whatever this one does meanwhile. */
  private void runStale() {
    for (Runnable task = stale.poll(); task != null; task = stale.poll()) {
      tasks.execute(task);
      harness.tally().add(Count.STALE_TASKS);
    }
  }
}
