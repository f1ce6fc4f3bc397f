package io.multishot.proof.scenario;

import io.multishot.Slab;
import io.multishot.SlabHandler;
import io.multishot.WaitPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A slab of an {@code int}, as the processor writes it. */
final class AnswerSlab extends Slab<Integer, AnswerSlab.Handler> {

  private static final long SEED = 1;

  interface Handler extends SlabHandler {
    void received(long id, int value);
  }

  AnswerSlab(int capacity) {
    super(capacity, SEED, 63, true, false, 1, 0);
  }

  @Override
  protected WaitPolicy waitPolicy() {
    return WaitPolicy.PARK;
  }

  long tryAcquire(long deadline) {
    return tryAcquireUntil(deadline);
  }

  int expire(long now) {
    return expire(now, Integer.MAX_VALUE);
  }

  boolean send(long id, int value) {
    int slot = claim(id);
    if (slot < 0) {
      return false;
    }
    setBits(slot, 0, value);
    return publish(id, slot);
  }

  int take(long id) {
    long begun = beginTake(id);
    int value = (int) bits(slotAt(id), 0);
    endTake(id, begun);
    return value;
  }

  int receive(long id) throws InterruptedException {
    long begun = beginReceive(id);
    int value = (int) bits(slotAt(id), 0);
    endTake(id, begun);
    return value;
  }

  int receive(long id, long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
    long begun = beginReceive(id, timeout, unit);
    int value = (int) bits(slotAt(id), 0);
    endTake(id, begun);
    return value;
  }

  @Override
  protected boolean sendResult(long id, Integer result) {
    return send(id, (Integer) requireResult(result));
  }

  @Override
  protected void deliverValue(Handler handler, long id, int slot) {
    int value = (int) bits(slot, 0);
    release(slot);
    handler.received(id, value);
  }

  @Override
  protected Integer valueOf(int slot) {
    int value = (int) bits(slot, 0);
    release(slot);
    return value;
  }
}
