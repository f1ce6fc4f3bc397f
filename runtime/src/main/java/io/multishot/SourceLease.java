package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The right to end one shot, held by a future: {@code sendFrom} puts it in the abandon waker's
 * place. Whoever claims it ends the shot: the source that completes, {@code close()}, or the
 * receiver that abandons the shot. So a source that is late finds nothing. It stays in its place
 * until the outcome is published, so that {@code close()} does not take the shot for its own
 * meanwhile; from then on its number tells that it is over.
 */
final class SourceLease implements Waker, BiConsumer<Object, Throwable> {

  private static final VarHandle CLAIMANT =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "claimant", VarHandle.class, SourceLease.class, Thread.class)
          .withInvokeExactBehavior();

  private final MultiShotSender sender;
  private final long shot;

  /** What the sender wanted to have run on abandonment. */
  private final @Nullable Waker watcher;

  /** Allocated in time, so that a failure can always end the shot. */
  private final Sentinel failed = Sentinel.failing();

  /** The thread that ends the shot, or gives it back. Compare-and-set; opaque for that thread. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Thread claimant;

  SourceLease(MultiShotSender sender, @Nullable Waker watcher) {
    this.sender = sender;
    this.shot = sender.sequence();
    this.watcher = watcher;
  }

  /** Leaves the shot of {@code sender} to {@code source}. */
  static void leave(MultiShotSender sender, CompletionStage<?> source) {
    Headroom.probeForFuture(sender.sequence() >> 1);
    SourceLease lease = register(sender);
    if (lease == null) {
      sender.consume(); // the receiver has abandoned the shot, and runs the watcher
      return;
    }
    if (sender.isAbandonedUnseen(lease)) {
      lease.wake();
      return;
    }
    try {
      source.whenComplete(lease);
    } catch (Throwable refused) {
      if (lease.claim()) {
        lease.giveBack();
        throw refused;
      }
      UserCode.dispatchUncaught(refused); // the shot is over, and none of the caller's business
    }
  }

  private static @Nullable SourceLease register(MultiShotSender sender) {
    while (true) {
      Waker registered = sender.watcher();
      if (registered instanceof RunningWaker) {
        return null;
      }
      Waker watcher = registered instanceof SourceLease ? null : registered; // an earlier shot's
      SourceLease lease = new SourceLease(sender, watcher);
      if (sender.replaceWatcher(registered, lease)) {
        return lease;
      }
    }
  }

  /** Claims the right: {@code false} if somebody else has. */
  boolean claim() {
    return CLAIMANT.compareAndSet(this, (Thread) null, Thread.currentThread());
  }

  /** Whether the sender's shot is the one that was left, and not a later one. */
  boolean isCurrent() {
    return sender.sequence() == shot;
  }

  /** Whether it is the given shot of its sender that was left. */
  boolean isOf(long otherShot) {
    return shot == otherShot;
  }

  boolean isClaimedByCurrentThread() {
    return (Thread) CLAIMANT.getOpaque(this) == Thread.currentThread();
  }

  /** Claimed: all is as before. */
  private void giveBack() {
    if (watcher == null) {
      sender.takeBack(this);
    } else if (!sender.replaceWatcher(this, watcher) || sender.isAbandonedUnseen(watcher)) {
      UserCode.wake(watcher);
    }
  }

  /** The receiver has abandoned the shot. */
  @Override
  public void wake() {
    if (!claim()) {
      return; // whoever has claimed it sends in vain
    }
    sender.consume();
    if (watcher != null) {
      UserCode.wake(watcher);
    }
  }

  /** The source has completed. */
  @Override
  public void accept(@Nullable Object result, @Nullable Throwable failure) {
    Headroom.probe(shot >> 1); // before it is claimed, or the shot would be nobody's
    if (!claim()) {
      return;
    }
    try {
      if (failure == null) {
        sender.sendResult(result);
      } else {
        sender.fail(failed, causeOf(failure));
      }
    } catch (Throwable thrown) { // the result could not be sent: the shot is open still
      fail(thrown);
    } finally {
      sender.takeBack(this);
    }
  }

  private void fail(Throwable thrown) {
    try {
      sender.fail(failed, thrown);
    } catch (Throwable again) { // or it would be lost in a stage that nobody has
      UserCode.dispatchUncaught(again);
    }
  }

  static Throwable causeOf(Throwable failure) {
    try {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
      return cause != null ? cause : failure;
    } catch (Throwable thrown) { // to ask for it is user code
      return failure;
    }
  }
}
