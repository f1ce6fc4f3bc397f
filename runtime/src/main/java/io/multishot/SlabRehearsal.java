package io.multishot;

import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A slab of nothing, which {@link Startup} takes through one of everything. It never parks. */
final class SlabRehearsal extends Slab<@Nullable Object, SlabRehearsal.Handler> {

  static final class Handler implements SlabHandler {
    @Override
    public void failed(long id, Throwable failure) {
      // as it should be
    }
  }

  private SlabRehearsal() {
    super(1, 0, 63, true, false, 1, 1);
  }

  static void play() {
    SlabRehearsal slab = new SlabRehearsal();
    slab.playOutcomes();
    slab.playWaiting();
    slab.playCallbacks();
    slab.playGroup();
    slab.expireOverdue(0, 1);
    slab.close(new TimeoutException());
  }

  @SuppressWarnings("CheckReturnValue")
  private void playOutcomes() {
    long id = acquire();
    sendResult(id, null);
    sendResult(id, null);
    endTake(id, beginTake(id));
    id = acquireUntil(0);
    fail(id, new TimeoutException());
    failure(id);
    try {
      beginReceiveUninterruptibly(id);
    } catch (CompletionException asItShouldBe) {
      id = acquire();
    }
    disconnect(id);
    abandon(id);
    inFlight();
  }

  @SuppressWarnings("CheckReturnValue")
  private void playWaiting() {
    long id = acquire();
    poll(id, new Rehearsal.Nothing());
    poll(id, new Rehearsal.Nothing());
    withdraw(id);
    poll(id, new Rehearsal.Nothing());
    try {
      await(id, 1, TimeUnit.NANOSECONDS);
      beginReceive(id, 1, TimeUnit.NANOSECONDS);
    } catch (InterruptedException | TimeoutException asItShouldBe) {
      abandon(id);
    }
    new ManagedPark(new SlotWait(this, id)).isReleasable();
  }

  @SuppressWarnings({"CheckReturnValue", "FutureReturnValueIgnored"})
  private void playCallbacks() {
    Handler handler = new Handler();
    long id = acquire();
    onReceive(id, handler);
    sendResult(id, null);
    id = acquire();
    onReceive(id, handler, new Rehearsal.Inline());
    disconnect(id);
    toFuture(acquire()).cancel(false);
    id = acquire();
    toFuture(id);
    sendResult(id, null);
  }

  private void playGroup() {
    SlabShot shot = SlabShot.of(this);
    ReceiverGroup group = ReceiverGroup.of(shot);
    shot.set(acquire());
    group.pollAll(new Rehearsal.Nothing());
    group.pollAny(new Rehearsal.Nothing());
    sendResult(shot.id(), null);
    group.outcomes();
    abandon(shot.id());
    shot.set(acquire());
    group.abandonAll();
  }

  @Override
  protected boolean sendResult(long id, @Nullable Object result) {
    int slot = claim(id);
    if (slot < 0) {
      return false;
    }
    setBits(slot, 0, 0);
    setPart(slot, 0, result);
    return publish(id, slot);
  }

  @Override
  protected void deliverValue(Handler handler, long id, int slot) {
    release(slot);
  }

  @Override
  protected @Nullable Object valueOf(int slot) {
    release(slot);
    return null;
  }
}
