package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The waker that {@code onReceive} registers: it runs a handler with the outcome. A receiver keeps
 * it from shot to shot, so that nothing is allocated.
 *
 * <p>A handler that registers itself again would run inside its own last run, or beside it on the
 * next sender's thread. Hence whoever wants it run counts a request, and only he who finds none
 * before his own runs it, until he has met all: the queue-drain loop of reactive libraries.
 *
 * <p>Which shot the handler is for is noted, because a run that was handed to an executor may come
 * late: after the receiver's owner has gone on to another shot, it does nothing.
 */
final class Delivery implements Waker, Runnable {

  private static final VarHandle REQUESTS =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "requests", VarHandle.class, Delivery.class, int.class)
          .withInvokeExactBehavior();

  private final MultiShotReceiver receiver;

  /** Runs the handler; {@code null} for the thread of the sender. */
  private final @Nullable Executor executor;

  /** Accessed through {@link #REQUESTS} only, volatile. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private int requests;

  // Of the receiver's owner: the thread that registers the handler, then the one that runs it.
  private @Nullable MultiShotHandler handler;
  private @Nullable MultiShotSender cell;
  private long number;

  Delivery(MultiShotReceiver receiver, @Nullable Executor executor) {
    this.receiver = receiver;
    this.executor = executor;
  }

  boolean runsOn(@Nullable Executor other) {
    return executor == other;
  }

  /** Whether a handler waits for the open shot. */
  boolean isExpected() {
    return handler != null && isItsShot();
  }

  /** Notes what to run for the open shot. */
  void expect(MultiShotHandler newHandler) {
    handler = newHandler;
    cell = receiver.cell();
    number = cell.number();
  }

  /** Lets go of a handler that is not to be run any more. */
  void forget() {
    handler = null;
    cell = null;
  }

  /** As {@link #forget}, on behalf of the receiver; who waits for a future learns of it. */
  void discard() {
    MultiShotHandler discarded = handler;
    forget();
    if (discarded instanceof OutcomeFuture<?> future) {
      future.failed(new CancellationException("the receiver was renewed, closed or withdrawn"));
    }
  }

  @Override
  public void wake() {
    if (executor == null) {
      run();
      return;
    }
    try {
      executor.execute(this);
    } catch (Throwable refused) {
      forget(); // the outcome stays, to be received in some other way
      throw refused;
    }
  }

  @Override
  public void run() {
    if ((int) REQUESTS.getAndAdd(this, 1) != 0) {
      return; // whoever runs the handler now looks again
    }
    int met = 1;
    int open;
    do {
      runIfDue();
      open = (int) REQUESTS.getAndAdd(this, -met) - met;
      met = open;
    } while (open != 0);
  }

  /** For the receiver's own. */
  @Override
  public String toString() {
    return executor == null ? "a handler" : "a handler, by " + executor;
  }

  private void runIfDue() {
    MultiShotHandler due = handler;
    if (due == null) {
      return;
    }
    if (!isItsShot()) {
      forget();
      return;
    }
    MultiShotSender itsCell = receiver.cell();
    Object seen = itsCell.stateAcquire();
    if (itsCell.isLive(seen)) {
      return; // a late request of an earlier shot
    }
    forget();
    try {
      receiver.deliver(due, itsCell, seen);
    } catch (Throwable thrown) { // it harms neither the sender nor the next shot
      MultiShotSender.tellUncaught(thrown);
    }
  }

  private boolean isItsShot() {
    MultiShotSender current = receiver.cell();
    return current == cell && current.number() == number;
  }
}
