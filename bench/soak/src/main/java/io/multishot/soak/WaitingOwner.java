package io.multishot.soak;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Waker;
import io.multishot.fixtures.Channel;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Owns one receiver, and waits for outcomes: by blocking, by wakers, and by handlers that all kinds
 * of executors run.
 */
abstract class WaitingOwner {

  /** How it looks for an outcome until it has it; an interrupt makes it try again. */
  interface Attempt {
    Ending run() throws InterruptedException;
  }

  final Harness harness;
  final Kind kind;
  final Executor tasks;

  /** What an event loop is to run: its executor's. */
  private final Queue<Runnable> loop = new ConcurrentLinkedQueue<>();

  /** What executors run when the shot is over. */
  private final Queue<Runnable> stale = new ConcurrentLinkedQueue<>();

  Channel channel;

  /** The sender of the next shot, if that is armed already. */
  @Nullable MultiShotSender armed;

  /** Interrupts thrown in this shot. */
  int caught;

  WaitingOwner(Harness harness, Kind kind, Executor tasks) {
    this.harness = harness;
    this.kind = kind;
    this.tasks = tasks;
    this.channel = open();
  }

  final Channel open() {
    Channel opened = kind.open();
    harness.watch(opened.receiver());
    return opened;
  }

  Ending receive(Request request) {
    return persist(
        request,
        () -> {
          try {
            return Verdict.value(request, channel.receiveNumber());
          } catch (CompletionException | DisconnectedException thrown) {
            return Verdict.thrown(request, thrown);
          }
        });
  }

  Ending receiveTimed(Request request) throws InterruptedException {
    long nanos = request.plan.patience();
    while (true) {
      try {
        return Verdict.value(request, channel.receiveNumber(nanos, TimeUnit.NANOSECONDS));
      } catch (TimeoutException tooEarly) {
        harness.tally().add(Count.TIMEOUTS);
        nanos = longer(nanos);
      } catch (CompletionException | DisconnectedException thrown) {
        return Verdict.thrown(request, thrown);
      }
    }
  }

  /**
   * How long to wait after a time-out: what comes late shall not be waited for in vain for ever.
   */
  static long longer(long nanos) {
    return nanos + nanos / 4 + 100;
  }

  void awaitOutcome(Request request) {
    if (request.plan.waiting() == Wait.HANDLER_IN_LOOP) {
      registerInLoop(request).forbid(); // for the loop itself ends the shot
      Pause.until(harness, () -> channel.receiver().poll() != Poll.PENDING);
      return;
    }
    persist(
        request,
        () -> {
          Verdict.require(
              channel.receiver().await() != Poll.PENDING, "await ends with an outcome", request);
          return Ending.DROPPED;
        });
  }

  Ending persist(Request request, Attempt attempt) {
    while (true) {
      try {
        return attempt.run();
      } catch (InterruptedException e) {
        Verdict.require(
            request.plan.interrupts() && ++caught == 1, "one interrupt is thrown once", request);
        harness.progress();
      }
    }
  }

  // Wakers

  /** Returns the one to be run; {@code null} if the outcome is there. */
  @Nullable CountedWaker registerWakers(Request request) {
    Plan plan = request.plan;
    CountedWaker registered = null;
    for (int i = 1; i <= plan.wakers(); i++) {
      boolean throwsFault = i == plan.wakers() && plan.wakerThrows();
      CountedWaker waker = new CountedWaker(harness, "waker " + i, request.requester, throwsFault);
      request.wakers.add(waker);
      Waker toRegister = waker;
      if (plan.loadsClass()) {
        harness.tally().add(Count.CLASSES_LOADED);
        toRegister = LoadedWaker.of(waker);
      }
      if (channel.poll(toRegister) != Poll.PENDING) {
        return null; // the one before, if any, is run
      }
      waker.expect(1, 1);
      if (registered != null) {
        registered.expect(0, 0);
        harness.tally().add(Count.REPLACED_WAKERS);
      }
      registered = waker;
      if (plan.probes()) {
        Poll again = channel.poll(toRegister);
        Verdict.require(again != null, "the same waker can be registered again", request);
      }
    }
    return registered;
  }

  /** With no look at the channel: if the waker is not run, nothing else ends this. */
  final void parkUntilRun(CountedWaker waker) {
    while (!waker.hasRun()) {
      if (Thread.currentThread().isInterrupted()) {
        Pause.until(harness, waker::hasRun); // a park would return at once
      } else {
        LockSupport.park();
      }
      requireCrew();
    }
  }

  private void requireCrew() {
    if (harness.hasFailed()) {
      throw new SoakFailure("gave up, because another thread failed");
    }
  }

  // Handlers

  Ending handle(Request request, @Nullable Executor executor, boolean throwsFault) {
    Mailbox mailbox = new Mailbox(harness, request, throwsFault);
    channel.register(channel.typed(mailbox), executor);
    return await(mailbox);
  }

  @SuppressWarnings("EnumOrdinal") // any of them will do
  Ending handleByFaultyExecutor(Request request) {
    FaultyExecutor.Way way =
        FaultyExecutor.Way.values()[
            (request.plan.choice() >> 4) % FaultyExecutor.Way.values().length];
    Mailbox mailbox = new Mailbox(harness, request, request.plan.wakerThrows());
    FaultyExecutor executor = new FaultyExecutor(harness, way, tasks, stale);
    if (way.mustNotRun) {
      mailbox.forbid();
    }
    channel.register(channel.typed(mailbox), executor);
    Pause.until(harness, executor::isSettled);
    harness.tally().add(Count.BY_FAULTY_EXECUTOR);
    Ending ending = mailbox.ending();
    Verdict.require(
        ending != null || !way.mustRun, "a handler is run, though its executor " + way, request);
    return ending != null ? ending : receive(request);
  }

  Mailbox registerInLoop(Request request) {
    Mailbox mailbox = new Mailbox(harness, request, false);
    channel.register(channel.typed(mailbox), loop::add);
    return mailbox;
  }

  /** By the loop's own run of the handler, or by taking what that is to be told. */
  Ending handleInLoop(Request request) {
    Mailbox mailbox = registerInLoop(request);
    if ((request.plan.choice() & 16) != 0) {
      mailbox.forbid();
      Pause.until(harness, () -> channel.receiver().poll() != Poll.PENDING);
      return Verdict.take(request, (request.plan.choice() & 4) != 0);
    }
    Pause.until(
        harness,
        () -> {
          int unused = runLoop();
          return mailbox.isOver();
        });
    return Objects.requireNonNull(mailbox.ending());
  }

  int runLoop() {
    int count = 0;
    for (Runnable task = loop.poll(); task != null; task = loop.poll()) {
      task.run();
      count++;
    }
    return count;
  }

  /** On another thread, whatever this one does meanwhile. */
  void runStale() {
    for (Runnable task = stale.poll(); task != null; task = stale.poll()) {
      tasks.execute(task);
      harness.tally().add(Count.STALE_TASKS);
    }
  }

  Ending handleWithdrawn(Request request) {
    Mailbox mailbox = new Mailbox(harness, request, false);
    channel.register(channel.typed(mailbox), (request.plan.choice() & 8) != 0 ? tasks : null);
    Pause.nanos(request.plan.patience());
    if (channel.receiver().withdraw()) {
      harness.tally().add(Count.WITHDRAWN);
      Ending ending = receive(request);
      Verdict.require(!mailbox.isOver(), "a handler that was withdrawn is not run", request);
      return ending;
    }
    return await(mailbox);
  }

  Ending await(Mailbox mailbox) {
    while (!mailbox.isOver()) {
      if (Thread.currentThread().isInterrupted()) {
        Pause.until(harness, mailbox::isOver);
      } else {
        LockSupport.park();
      }
      requireCrew();
    }
    return Objects.requireNonNull(mailbox.ending());
  }
}
