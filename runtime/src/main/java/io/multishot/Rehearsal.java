package io.multishot;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A channel of nothing, which {@link Startup} takes through one of everything. It never parks. */
final class Rehearsal extends MultiShotReceiver {

  private static final class Padded extends PaddedSender {
    @Override
    protected boolean sendResult(@Nullable Object result) {
      return begin() && publish();
    }
  }

  private static final class Unpadded extends UnpaddedSender {
    @Override
    protected boolean sendResult(@Nullable Object result) {
      return begin() && publish();
    }
  }

  private static final class Handler implements MultiShotHandler {
    @Override
    public void failed(Throwable failure) {
      // as it should be
    }
  }

  static final class Inline implements Executor {
    @Override
    public void execute(Runnable task) {
      task.run();
    }
  }

  /** A waker that does nothing; each is another object. */
  static final class Nothing implements Waker {
    @Override
    public void wake() {
      // as it should be
    }
  }

  private final boolean isPadded;
  private MultiShotSender cell;

  private Rehearsal(boolean isPadded) {
    this.isPadded = isPadded;
    this.cell = isPadded ? new Padded() : new Unpadded();
  }

  static void play() {
    LockSupport.unpark(null);
    Blocking.park(Rehearsal.class, true, System.nanoTime());
    Blocking.isPoolWorker(Thread.currentThread());
    Pause.brieflyForAnother();
    box();
    for (boolean isPadded : new boolean[] {true, false}) {
      new Rehearsal(isPadded).playAll();
    }
  }

  /** A server and its caller, in either layout. */
  static void playSeat() {
    Seat.rehearse(new Padded(), new Padded());
    Seat.rehearse(new Unpadded(), new Unpadded());
  }

  /** Boxes a value of each type: a future's value is one, and its class may keep a cache. */
  private static void box() {
    Object[] boxes = {false, (byte) 0, (short) 0, '0', 0, 0L, 0f, 0d};
    Objects.requireNonNull(boxes);
  }

  private void playAll() {
    playOutcomes();
    playWaiting();
    playCallbacks();
    playGroup();
    if (CheckedMode.ON) {
      playLoans();
    }
    playAbandonment();
  }

  private MultiShotSender armed() {
    arm(cell);
    return cell;
  }

  private static void send(MultiShotSender sender) {
    if (sender.begin()) {
      sender.publish();
    }
  }

  private void playOutcomes() {
    send(armed());
    long shot = requireValue(cell);
    takeValue(cell, shot);
    send(armed());
    awaitValueUninterruptibly(cell);
    armed().fail(new TimeoutException(cell.toString()));
    try {
      awaitValueUninterruptibly(cell);
    } catch (CompletionException asItShouldBe) {
      armed().close();
    }
    drop();
  }

  @SuppressWarnings("CheckReturnValue")
  private void playWaiting() {
    MultiShotSender sender = armed();
    poll();
    sender.onAbandoned(new Nothing());
    sender.isAbandoned();
    poll(new Nothing());
    poll(new Nothing());
    withdraw();
    try {
      await(1, TimeUnit.NANOSECONDS);
      awaitValue(cell, 1, TimeUnit.NANOSECONDS);
    } catch (InterruptedException | TimeoutException asItShouldBe) {
      poll(new Nothing());
    }
    send(sender);
    drop();
  }

  private void playCallbacks() {
    Handler handler = new Handler();
    MultiShotSender sender = armed();
    register(handler, false);
    withdraw();
    register(handler, false);
    send(sender);
    sender = armed();
    register(handler, false, new Inline());
    sender.close();
    armed().leaveTo(CompletableFuture.completedStage(null));
    outcomeFuture().cancel(false);
    armed();
    outcomeFuture().cancel(false);
    managedPark().isReleasable();
    new HandlerTask(new Callbacks(this)).taint(); // as by an executor that refuses
  }

  private void playGroup() {
    MultiShotSender sender = armed();
    ReceiverGroup group = ReceiverGroup.of(this);
    group.pollAll(new Nothing());
    group.pollAny(new Nothing());
    send(sender);
    group.pollAny(new Nothing());
    group.outcomes();
    drop();
    armed();
    group.abandonAll();
  }

  /** The sender stands for the cell. */
  @SuppressWarnings("CheckReturnValue")
  private void playLoans() {
    MultiShotSender lent = checks().sender();
    lent.onAbandoned(new Nothing());
    lent.isAbandoned();
    lent.requireLiveShot();
    Objects.requireNonNull(lent.toString());
    send(lent);
    lent.close();
    takeValue(cell);
    checks().sender().fail(new TimeoutException());
    failure();
    drop();
    checks().sender().leaveTo(new CompletableFuture<>().minimalCompletionStage());
    abandonSender();
    checks().sender().close();
    drop();
    LostSenders.drainWhileBlocked(0);
    armed().fail(new LostSenderException("", 0, new Place("", null).trimmed()));
    drop();
    MultiShots.open();
  }

  @SuppressWarnings("CheckReturnValue")
  private void playAbandonment() {
    MultiShotSender sender = armed();
    sender.onAbandoned(new Nothing());
    abandonSender();
    sender.isAbandoned();
    send(sender);
    sender = armed();
    sender.onAbandoned(new Nothing());
    close();
    sender.close();
  }

  @Override
  protected MultiShotSender cell() {
    return cell;
  }

  @Override
  protected MultiShotSender newCell() {
    return isPadded ? new Padded() : new Unpadded();
  }

  @Override
  protected void install(MultiShotSender newCell) {
    cell = newCell;
  }

  @Override
  protected void deliverValue(MultiShotHandler handler, boolean asView) {
    takeValue(cell);
  }

  @Override
  protected @Nullable Object valueFor(CompletableFuture<?> future) {
    taken(future);
    return null;
  }
}
