package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one shot as a future. It is always completed: by the outcome, or by whoever
 * completes it in another way, which abandons the shot, or discards its outcome if that came first.
 */
final class OutcomeFuture<T extends @Nullable Object> extends ShotFuture<T> implements ShotWaker {

  /*
   * Any thread may complete a future: its sender, a timer, whoever cancels it, and the receiver's
   * owner, by withdraw, renew and close. Whoever claims it acts for the receiver's owner until it
   * is settled, and sees to it that the future is completed:
   *
   *   PENDING    nobody has claimed it                   leaves by compare-and-set
   *   CLAIMED    one thread ends the shot: it takes or   leaves by release store
   *              discards the outcome, abandons the
   *              shot, or withdraws the future
   *   SETTLED    the shot is over as far as the future
   *              is concerned
   *
   * What is done in CLAIMED is a few stores, and never user code: records are made, and the abandon
   * waker is run, after it. So whoever else completes the future can wait for it, and the receiver
   * is free to be used when the future is seen to be done. A sender that finds the future claimed
   * leaves its outcome to the claimant.
   */
  private static final int PENDING = 0;

  private static final int CLAIMED = 1;
  private static final int SETTLED = 2;

  private static final VarHandle PROGRESS =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "progress", VarHandle.class, OutcomeFuture.class, int.class)
          .withInvokeExactBehavior();

  private final MultiShotReceiver receiver;
  private final Callbacks callbacks;
  private final MultiShotSender cell;
  private final long shot;

  /** What to give the receiver if the shot is abandoned; the claimant's. Allocated in time. */
  private @Nullable MultiShotSender next;

  private final RunningWaker running = new RunningWaker();

  /** Accessed through {@link #PROGRESS} only. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private int progress;

  OutcomeFuture(MultiShotReceiver receiver, Callbacks callbacks) {
    this.receiver = receiver;
    this.callbacks = callbacks;
    this.cell = receiver.cell();
    this.shot = cell.sequence();
    this.next = receiver.newCell();
  }

  // For the receiver.

  /** The cell of its shot: whoever completes the future may give the receiver another one. */
  MultiShotSender cell() {
    return cell;
  }

  /** The outcome is there; called by its sender, or by whoever registers too late. */
  @Override
  public void wake(long ended) {
    if (claim()) {
      deliver();
    }
  }

  @Override
  public boolean ownsReceiver() {
    return true;
  }

  /**
   * Claims the future for the receiver's owner.
   *
   * @return {@code false} if somebody else has claimed it; it is settled by now
   */
  boolean claimForOwner() {
    if (claim()) {
      return true;
    }
    awaitSettled();
    return false;
  }

  /** In CLAIMED: takes the outcome, which is there, and completes the future with it. */
  @SuppressWarnings({"unchecked", "NullAway"}) // the subclass has said of which type it is
  void deliver() {
    T value = null;
    Throwable failure = null;
    try {
      Object seen = cell.stateAcquire();
      if (cell.sequence() != shot) {
        failure = new CancellationException("the shot was ended by the receiver's owner");
      } else if (cell.isValue(seen)) {
        value = (T) receiver.valueFor(this);
      } else {
        failure = MultiShotReceiver.failureFor(cell, seen);
      }
    } catch (Throwable thrown) { // no memory, or a record that refuses its fields
      failure = thrown;
    } finally {
      settleWithoutOutcome();
    }
    if (failure != null) {
      failBy(failure);
    } else {
      completeBy(value);
    }
  }

  /** Settled: the receiver's owner has withdrawn it, or ended the shot. */
  void cancelByOwner(CancellationException cancellation) {
    failBy(cancellation);
  }

  boolean isSettled() {
    return (int) PROGRESS.getAcquire(this) == SETTLED;
  }

  void awaitSettled() {
    while (!isSettled()) {
      Pause.brieflyForAnother();
    }
  }

  /**
   * In CLAIMED: abandons the shot, and gives the receiver its next cell.
   *
   * @param isClosing whether no shot is to be armed in that
   * @return {@code false} if the outcome came first
   */
  boolean abandonShot(boolean isClosing) {
    MultiShotSender following = next;
    if (following == null || !cell.abandon(this)) {
      return false;
    }
    receiver.follow(cell, following, isClosing);
    return true;
  }

  /** After it is settled: runs what the sender wanted to have run. */
  void runAbandonWaker() {
    cell.runAbandonWaker(running);
  }

  void settle() {
    next = null;
    callbacks.setFuture(null);
    PROGRESS.setRelease(this, SETTLED);
  }

  private boolean claim() {
    return PROGRESS.compareAndSet(this, PENDING, CLAIMED);
  }

  /** In CLAIMED, or settled already: an outcome that could not be taken is discarded. */
  private void settleWithoutOutcome() {
    if (!isSettled()) {
      Object seen = cell.stateVolatile(); // to abandon the shot may have failed for its outcome
      if (cell.sequence() == shot && cell.isOutcome(seen)) {
        cell.discard();
      }
      settle();
    }
  }

  // For whoever completes it in another way.

  @Override
  void endShot() {
    if (isDone()) {
      return;
    }
    Headroom.probeForFuture(shot >> 1);
    if (!claim()) {
      awaitSettled();
      return;
    }
    boolean isAbandoned = false;
    try {
      isAbandoned = abandonShot(false);
    } finally {
      if (isAbandoned) {
        settle(); // the cell is the sender's, with what it may be sending in vain
      } else {
        settleWithoutOutcome();
      }
    }
    if (isAbandoned) {
      runAbandonWaker();
    }
  }

  @Override
  public String describe() {
    return "a future";
  }
}
