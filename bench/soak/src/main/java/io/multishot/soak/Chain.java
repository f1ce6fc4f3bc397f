package io.multishot.soak;

import io.multishot.MultiShotHandler;
import io.multishot.fixtures.Channel;
import io.multishot.fixtures.Handler;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A handler that arms the next shot and registers itself again, inside its own run, until it has
 * gone through all: with no executor, or with another one each time.
 */
final class Chain implements Handler {

  private final Harness harness;
  private final Channel channel;
  private final long seed;
  private final long shots;
  private final BooleanSupplier isTimeUp;
  private final Queue<Request> requests;
  private final Executor tasks;
  private final boolean isByExecutors;
  private final MultiShotHandler handler;
  private final Ledger ledger;

  // Of the run that is on: runs follow one another.
  private @Nullable Request current;
  private long next;

  private final AtomicBoolean isRunning = new AtomicBoolean();

  private volatile boolean isOver;

  Chain(
      Harness harness,
      Channel channel,
      long seed,
      long shots,
      BooleanSupplier isTimeUp,
      Queue<Request> requests,
      Executor tasks,
      boolean isByExecutors) {
    this.harness = harness;
    this.channel = channel;
    this.seed = seed;
    this.shots = shots;
    this.isTimeUp = isTimeUp;
    this.requests = requests;
    this.tasks = tasks;
    this.isByExecutors = isByExecutors;
    this.handler = channel.typed(this);
    this.ledger = new Ledger(harness);
    harness.watch(channel.receiver());
  }

  boolean isOver() {
    return isOver;
  }

  void begin() {
    Plan plan = Plan.of(seed, next).answeredInTime();
    Request request = new Request(channel, channel.sender(), next, plan);
    next++;
    current = request;
    channel.register(handler, isByExecutors ? executor(plan) : null);
    requests.add(request);
  }

  /** Draws one, which is another object each time but for the first two. */
  private @Nullable Executor executor(Plan plan) {
    return switch ((plan.choice() >> 4) & 7) {
      case 0 -> null;
      case 1 -> tasks;
      case 2 -> task -> tasks.execute(task);
      case 3, 4 ->
          task -> {
            harness.progress();
            task.run();
          };
      case 5 ->
          task -> {
            task.run();
            task.run();
          };
      case 6 ->
          task -> {
            task.run();
            throw harness.fault("an executor that has run", null);
          };
      default ->
          task -> {
            throw harness.fault("an executor", () -> channel.register(handler, tasks));
          };
    };
  }

  /** To be called when it {@link #isOver}, by another thread. */
  void finish() {
    ledger.settleAll();
    channel.receiver().close();
  }

  @Override
  public void received(@Nullable Object value) {
    proceed(request -> Verdict.value(request, channel.numberOf(value)));
  }

  @Override
  public void failed(Throwable failure) {
    proceed(request -> Verdict.failure(request, failure));
  }

  private void proceed(Function<Request, Ending> verdict) {
    Request request = current;
    if (!isRunning.compareAndSet(false, true) || request == null) {
      throw new SoakFailure("a handler was run inside its own run, or once too often");
    }
    request.ending = verdict.apply(request);
    ledger.add(request); // which does not wait: this may run inside the very send it waited for
    current = null;
    if (next < shots && !isTimeUp.getAsBoolean() && !harness.hasFailed()) {
      begin();
      isRunning.set(false);
    } else {
      isRunning.set(false);
      isOver = true;
    }
  }
}
