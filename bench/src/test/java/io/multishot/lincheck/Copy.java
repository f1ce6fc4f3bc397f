package io.multishot.lincheck;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The protocol once more, in small and as simple as can be. It is right, which the scenarios show;
 * each {@link Canary} breaks one of its steps.
 */
class Copy implements Channel {

  static final String IDLE = "idle";
  static final String DISCONNECTED = "disconnected";
  static final String ABANDONED = "abandoned";

  record Failed(Throwable cause) {}

  private Cell cell = new Cell(this);

  // The steps, to be broken one by one.

  boolean send(Cell sender, long value) {
    if (!begin(sender)) {
      return false;
    }
    sender.value = value;
    return end(sender, sender);
  }

  /** Publishes an outcome, and returns whom it has found waiting. */
  @Nullable Object publish(Cell sender, Object outcome) {
    return sender.getAndSetState(outcome);
  }

  void dropAbandonWaker(Cell sender) {
    sender.getAndSetAbandonWaker(null);
  }

  boolean finish(@Nullable Object found) {
    if (found instanceof Thread thread) {
      unpark(thread);
    } else if (found instanceof Waker waker) {
      wake(waker);
    }
    return isLive(found);
  }

  void unpark(Thread thread) {
    LockSupport.unpark(thread);
  }

  void wake(Waker waker) {
    try {
      waker.wake();
    } catch (Throwable thrown) {
      Thread current = Thread.currentThread();
      current.getUncaughtExceptionHandler().uncaughtException(current, thrown);
    }
  }

  void onAbandoned(Cell sender, Waker waker) {
    sender.getAndSetAbandonWaker(waker);
    if (sender.isAbandoned()) {
      runAbandonWaker(sender);
    }
  }

  /** Returns the waiter if it is registered, or the outcome. */
  @Nullable Object register(Cell current, @Nullable Object seen, Object waiter) {
    return current.compareAndSetState(seen, waiter) ? waiter : current.state();
  }

  /** Returns {@code null} if the waiter is deregistered, or the outcome. */
  @Nullable Object withdraw(Cell current, @Nullable Object waiter) {
    return current.compareAndSetState(waiter, null) ? null : current.state();
  }

  /** Returns whether a live sender was abandoned by it. */
  boolean abandon(Cell current) {
    return isLive(current.getAndSetState(ABANDONED));
  }

  Cell fresh(Cell abandoned) {
    return new Cell(this);
  }

  @Nullable Object sleep(Cell current) throws InterruptedException {
    Thread self = Thread.currentThread();
    Object seen = current.state();
    if (isLive(seen)) {
      seen = register(current, seen, self);
    }
    while (seen == self) {
      park();
      seen = current.state();
      if (seen == self && Thread.interrupted()) {
        seen = withdraw(current, self);
        if (seen == null) {
          throw new InterruptedException();
        }
        interruptAgain(self);
      }
    }
    return seen;
  }

  void interruptAgain(Thread self) {
    self.interrupt();
  }

  // What the steps make up.

  final void park() {
    LockSupport.park(this);
  }

  final boolean isLive(@Nullable Object state) {
    return state == null || state instanceof Thread || state instanceof Waker;
  }

  final boolean begin(Cell sender) {
    Object seen = sender.state();
    if (!isLive(seen) && seen != ABANDONED) {
      throw new IllegalStateException("used up");
    }
    return seen != ABANDONED;
  }

  final boolean end(Cell sender, Object outcome) {
    dropAbandonWaker(sender);
    Object found = publish(sender, outcome);
    if (found == ABANDONED) {
      sender.setState(ABANDONED);
    }
    return finish(found);
  }

  private void runAbandonWaker(Cell abandoned) {
    if (abandoned.getAndSetAbandonWaker(null) instanceof Waker waker) {
      wake(waker);
    }
  }

  private Poll pollOf(@Nullable Object seen) {
    if (isLive(seen)) {
      return Poll.PENDING;
    }
    return seen == cell ? Poll.READY : seen instanceof Failed ? Poll.FAILED : Poll.DISCONNECTED;
  }

  private long end(@Nullable Object seen) {
    if (seen == cell) {
      return take();
    }
    drop();
    if (seen instanceof Failed failed) {
      throw new CompletionException(failed.cause);
    }
    throw disconnected();
  }

  /** The product's own, which only it can make. */
  private static DisconnectedException disconnected() {
    try {
      LongChannel.open().receive();
    } catch (DisconnectedException told) {
      return told;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("no shot was open");
  }

  @Override
  public final Sender sender() {
    Sender armed = trySender();
    if (armed == null) {
      throw new IllegalStateException("live, or closed");
    }
    return armed;
  }

  @Override
  public final @Nullable Sender trySender() {
    Object seen = cell.state();
    if (isLive(seen) || seen == ABANDONED) {
      return null;
    }
    cell.setState(null);
    return cell;
  }

  @Override
  public final Sender renew() {
    Cell current = cell;
    if (isLive(current.state())) {
      if (abandon(current)) {
        cell = fresh(current);
        runAbandonWaker(current);
      } else {
        current.setState(IDLE);
      }
    }
    return sender();
  }

  @Override
  public final Poll poll() {
    return pollOf(cell.state());
  }

  @Override
  public final Poll poll(Waker waker) {
    Object seen = cell.state();
    return pollOf(isLive(seen) && seen != waker ? register(cell, seen, waker) : seen);
  }

  @Override
  public final long take() {
    if (cell.state() != cell) {
      throw new IllegalStateException("no value");
    }
    long taken = cell.value;
    cell.setState(IDLE);
    return taken;
  }

  @Override
  public final long receive() throws InterruptedException {
    Object seen = cell.state();
    if (isLive(seen)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      seen = sleep(cell);
    }
    return end(seen);
  }

  @Override
  public final long receive(long nanos) throws InterruptedException, TimeoutException {
    if (nanos <= 0 && isLive(cell.state())) {
      throw new TimeoutException();
    }
    return receive(); // time stands still
  }

  @Override
  public final long receiveUninterruptibly() {
    boolean interrupted = false;
    while (true) {
      try {
        long received = receive();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return received;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  @Override
  public final boolean withdraw() {
    Object seen = cell.state();
    return seen instanceof Waker && withdraw(cell, seen) == null;
  }

  @Override
  public final boolean drop() {
    Object seen = cell.state();
    if (isLive(seen) || seen == IDLE || seen == ABANDONED) {
      return false;
    }
    cell.setState(IDLE);
    return true;
  }

  @Override
  public final void close() {
    if (!cell.isAbandoned() && abandon(cell)) {
      runAbandonWaker(cell);
    }
  }

  @Override
  public final void onReceive(Handler handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final void onReceive(Handler handler, Executor executor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final CompletableFuture<Long> toFuture() {
    throw new UnsupportedOperationException();
  }
}
