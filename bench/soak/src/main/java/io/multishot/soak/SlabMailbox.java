package io.multishot.soak;

import io.multishot.Poll;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Where a slab's handler puts the outcome of one shot for the owner that waits for it. */
final class SlabMailbox implements Replies.Handler {

  private final Harness harness;
  private final SlabRequest request;
  private final boolean throwsFault;
  private final AtomicInteger runs = new AtomicInteger();
  private volatile SlabRequest.@Nullable Ending ending;
  private volatile boolean isForbidden;

  SlabMailbox(Harness harness, SlabRequest request, boolean throwsFault) {
    this.harness = harness;
    this.request = request;
    this.throwsFault = throwsFault;
  }

  @Override
  public void received(long id, long number) {
    put(id, request.value(number));
  }

  @Override
  public void failed(long id, Throwable failure) {
    put(id, request.failure(failure));
  }

  /** Its shot was ended otherwise. */
  void forbid() {
    isForbidden = true;
    request.require(ending == null, "a handler whose shot ends otherwise is not run");
  }

  SlabRequest.@Nullable Ending ending() {
    return ending;
  }

  private void put(long id, SlabRequest.Ending outcome) {
    request.require(id == request.id, "a handler is told its shot's name, not " + id);
    request.require(
        request.epoch.replies.slab().poll(id) == Poll.UNKNOWN, "the slot is free by then");
    request.require(runs.incrementAndGet() == 1, "a handler is run once");
    ending = outcome;
    request.require(!isForbidden, "a handler whose shot ends otherwise is not run");
    LockSupport.unpark(request.owner);
    if (throwsFault) {
      throw harness.fault("a handler", null);
    }
  }
}
