package io.multishot.soak;

import io.multishot.Shot;
import io.multishot.Waker;
import io.multishot.fixtures.Channel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Answers requests from a queue, each as its plan has it. */
final class Worker implements Harness.Role {

  /** How many requests later a late one is answered. */
  private static final int LATENESS = 3;

  private final Harness harness;
  private final Queue<Request> requests;
  private final BooleanSupplier isOver;
  private final Deque<Request> late = new ArrayDeque<>();

  /** Requests whose shot was taken back from a source, which has not completed yet. */
  private final Deque<Request> takenBack = new ArrayDeque<>();

  /**
   * Makes a worker.
   *
   * @param isOver whether no request is to come any more
   */
  Worker(Harness harness, Queue<Request> requests, BooleanSupplier isOver) {
    this.harness = harness;
    this.requests = requests;
    this.isOver = isOver;
  }

  @Override
  public void play() {
    while (!harness.hasFailed()) {
      boolean wasOver = isOver.getAsBoolean();
      Request request = next();
      if (request != null && request.plan.isLate()) {
        leaveToSource(request);
        late.add(request);
      } else if (request != null) {
        answer(request);
      } else if (wasOver) {
        break;
      }
      if (late.size() > LATENESS) {
        answer(late.remove());
      }
      completeTakenBack(LATENESS);
    }
    while (!late.isEmpty()) {
      answer(late.remove());
    }
    completeTakenBack(0);
  }

  /** All but the last few, whose senders are live for other shots by now. */
  private void completeTakenBack(int fewest) {
    while (takenBack.size() > fewest) {
      Request request = takenBack.remove();
      sourceOf(request).complete(request.channel.valueOf(Payloads.POOLED, request.shot));
      harness.tally().add(Count.LATE_SOURCES);
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // it is a chance, and nothing depends on it
  private @Nullable Request next() {
    Request request = requests.poll();
    for (int looks = 0; request == null && looks < 200; looks++) {
      if (looks < 100) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
      request = requests.poll();
    }
    if (request == null) {
      LockSupport.parkNanos(100_000);
      request = requests.poll();
    }
    return request;
  }

  private void answer(Request request) {
    Plan plan = request.plan;
    if (request.source == null) {
      registerAbandonWakers(request);
    }
    Pause.nanos(plan.isLate() ? 0 : plan.delay());
    boolean interruptsFirst = (plan.choice() & 1) == 0;
    if (plan.interrupts() && interruptsFirst) {
      request.requester.interrupt();
    }
    end(request);
    if (plan.interrupts() && !interruptsFirst) {
      request.requester.interrupt();
    }
    request.answered();
    harness.progress();
  }

  /** If that is how it ends: so that it is abandoned while a source has it, that completes late. */
  private void leaveToSource(Request request) {
    if (request.plan.answer().isOfFuture()) {
      registerAbandonWakers(request);
      CompletableFuture<Object> source = new CompletableFuture<>();
      request.source = source;
      request.channel.sendFrom(request.sender, source);
      harness.tally().add(Count.LATE_SOURCES);
    }
  }

  private void registerAbandonWakers(Request request) {
    Plan plan = request.plan;
    for (int i = 1; i <= plan.abandonWakers(); i++) {
      boolean isLast = i == plan.abandonWakers();
      CountedWaker waker =
          new CountedWaker(
              harness, "abandon waker " + i, null, isLast && plan.abandonWakerThrows());
      request.abandonWakers.add(waker.expect(0, 1));
      Waker registered = plan.loadsClass() ? LoadedWaker.of(waker) : waker;
      request.sender.onAbandoned(registered);
    }
  }

  private void end(Request request) {
    Channel channel = request.channel;
    switch (request.plan.answer()) {
      case VALUE ->
          request.isWanted = channel.sendNumber(request.sender, Payloads.POOLED, request.shot);
      case FRESH_VALUE ->
          request.isWanted = channel.sendNumber(request.sender, Payloads.FRESH, request.shot);
      case VALUE_OF_SHOT -> sendByShot(request);
      case VALUE_OF_FUTURE ->
          sourceOf(request).complete(channel.valueOf(Payloads.POOLED, request.shot));
      case FAILURE -> request.isWanted = request.sender.fail(request.failure);
      case FAILURE_OF_FUTURE -> sourceOf(request).completeExceptionally(request.failure);
      case CLOSE -> request.sender.close();
      case CLOSE_OF_FUTURE -> {
        request.source = sourceOf(request);
        takenBack.add(request);
        request.sender.close();
      }
      case CLOSE_OF_SHOT -> channel.shot(request.sender).close();
    }
  }

  private static CompletableFuture<Object> sourceOf(Request request) {
    CompletableFuture<Object> source = request.source;
    if (source == null) {
      source = new CompletableFuture<>();
      request.channel.sendFrom(request.sender, source);
    }
    return source;
  }

  /** And, the sender being used up by then, a second time: that one must not reach any shot. */
  private void sendByShot(Request request) {
    Channel channel = request.channel;
    try (Shot shot = channel.shot(request.sender)) {
      request.isWanted = channel.sendNumber(shot, Payloads.POOLED, request.shot);
      if (request.plan.probes() && request.isWanted) {
        harness.tally().add(Count.MISUSED);
        requireMistake(channel, shot, request);
      }
    }
  }

  private static void requireMistake(Channel channel, Shot shot, Request request) {
    try {
      channel.sendNumber(shot, Payloads.POOLED, ~request.shot);
    } catch (IllegalStateException expected) {
      return;
    }
    throw new SoakFailure("a shot was sent twice, and that was no mistake: " + request);
  }
}
