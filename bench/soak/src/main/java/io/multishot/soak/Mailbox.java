package io.multishot.soak;

import io.multishot.fixtures.Handler;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Where a handler puts the outcome of one shot for the requester that waits for it. */
final class Mailbox implements Handler {

  private final Harness harness;
  private final Request request;
  private final boolean throwsFault;
  private final AtomicInteger runs = new AtomicInteger();
  private volatile @Nullable Ending ending;
  private volatile boolean isForbidden;

  Mailbox(Harness harness, Request request, boolean throwsFault) {
    this.harness = harness;
    this.request = request;
    this.throwsFault = throwsFault;
  }

  @Override
  public void received(@Nullable Object value) {
    put(Verdict.value(request, request.channel.numberOf(value)));
  }

  @Override
  public void failed(Throwable failure) {
    put(Verdict.failure(request, failure));
  }

  /** The handler is not to be run: its executor refused it, or its shot was ended otherwise. */
  void forbid() {
    isForbidden = true;
    Verdict.require(ending == null, "a handler whose shot ends otherwise is not run", request);
  }

  boolean isOver() {
    return ending != null;
  }

  @Nullable Ending ending() {
    return ending;
  }

  @Override
  public String toString() {
    return "a handler for shot " + request.shot;
  }

  private void put(Ending outcome) {
    Verdict.require(runs.incrementAndGet() == 1, "a handler is run once", request);
    ending = outcome;
    Verdict.require(!isForbidden, "a handler whose shot ends otherwise is not run", request);
    LockSupport.unpark(request.requester);
    if (throwsFault) {
      throw harness.fault("a handler", null);
    }
  }
}
