package io.multishot.soak;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Answers a slab's requests from a queue, each as its plan has it. */
final class SlabWorker implements Harness.Role {

  /** How many requests later a late one is answered. */
  private static final int LATENESS = 3;

  private final Harness harness;
  private final Queue<SlabRequest> requests;
  private final BooleanSupplier isOver;
  private final Deque<SlabRequest> late = new ArrayDeque<>();

  SlabWorker(Harness harness, Queue<SlabRequest> requests, BooleanSupplier isOver) {
    this.harness = harness;
    this.requests = requests;
    this.isOver = isOver;
  }

  @Override
  public void play() {
    while (!harness.hasFailed()) {
      boolean wasOver = isOver.getAsBoolean();
      SlabRequest request = next();
      if (request != null && request.plan.isLate()) {
        late.add(request);
      } else if (request != null) {
        answer(request);
      } else if (wasOver) {
        break;
      }
      if (late.size() > LATENESS) {
        answer(late.remove());
      }
    }
    while (!late.isEmpty()) {
      answer(late.remove());
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // it is a chance, and nothing depends on it
  private @Nullable SlabRequest next() {
    SlabRequest request = requests.poll();
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

  private void answer(SlabRequest request) {
    SlabPlan plan = request.plan;
    Pause.nanos(plan.isLate() ? 0 : plan.delay());
    boolean interruptsFirst = (plan.choice() & 1) == 0;
    if (plan.interrupts() && interruptsFirst) {
      request.owner.interrupt();
    }
    end(request);
    if (plan.probes()) {
      probe(request);
    }
    if (plan.interrupts() && !interruptsFirst) {
      request.owner.interrupt();
    }
    request.answered();
    harness.progress();
  }

  private static void end(SlabRequest request) {
    Replies replies = request.epoch.replies;
    switch (request.plan.answer()) {
      case VALUE -> tell(request, replies.send(request.id, request.number));
      case VALUE_TWICE -> {
        tell(request, replies.send(request.id, request.number));
        boolean isWantedAgain = replies.send(request.id, request.number);
        request.require(!isWantedAgain, "a shot is ended once");
        request.epoch.refused();
      }
      case FAILURE -> tell(request, replies.slab().fail(request.id, request.failure));
      case DISCONNECT -> tell(request, replies.slab().disconnect(request.id));
      case NONE -> request.isWanted = false;
      case VALUE_OF_FUTURE -> {
        CompletableFuture<Object> source = new CompletableFuture<>();
        replies.sendFrom(request.id, source);
        source.complete(replies.valueOf(request.number));
      }
      case FAILURE_OF_FUTURE -> {
        CompletableFuture<Object> source = new CompletableFuture<>();
        source.completeExceptionally(request.failure);
        replies.sendFrom(request.id, source);
      }
    }
  }

  private static void tell(SlabRequest request, boolean isWanted) {
    request.isWanted = isWanted;
    if (!isWanted) {
      request.epoch.refused();
    }
  }

  /** Names that mean nothing. */
  private void probe(SlabRequest request) {
    harness.tally().add(Count.MISUSED);
    Replies replies = request.epoch.replies;
    long[] strays = {-request.id, request.id | Long.MIN_VALUE, request.id | 1L << 62, 0};
    for (long stray : strays) {
      request.require(!replies.send(stray, ~request.number), "a name that is none ends nothing");
      request.epoch.refused();
    }
  }
}
