package io.multishot.lincheck;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The protocol once more, in small and as simple as can be: what {@code io.multishot.Cell} does. It
 * is right, which the scenarios show; each {@link Mutant} breaks one of its steps.
 */
class ReferenceProtocol implements Channel {

  static final String IDLE = "idle";
  static final String DISCONNECTED = "disconnected";
  static final String ABANDONED = "abandoned";

  record Failed(Throwable cause) {}

  /** Stands in place of an abandon waker that is being run. */
  record Running(Thread thread) {}

  private volatile Cell cell = new Cell(this);

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

  /** Has the abandon waker not run any more; waits until it is over if it is being run. */
  void takeBackAbandonWaker(Cell sender) {
    Object registered = sender.abandonWaker();
    while (registered != null) {
      if (registered instanceof Running running) {
        awaitRun(sender, running);
        return;
      }
      if (sender.compareAndSetAbandonWaker(registered, null)) {
        return;
      }
      registered = sender.abandonWaker();
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it
  void awaitRun(Cell sender, Running running) {
    while (sender.abandonWaker() == running && running.thread != Thread.currentThread()) {
      Thread.yield();
    }
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
      dispatchUncaught(thrown);
    }
  }

  void onAbandoned(Cell sender, Waker waker) {
    while (true) {
      Object registered = sender.abandonWaker();
      if (registered instanceof Running running) {
        awaitRun(sender, running);
        wake(waker);
        return;
      }
      if (sender.compareAndSetAbandonWaker(registered, waker)) {
        if (sender.isAbandoned() && sender.compareAndSetAbandonWaker(waker, null)) {
          wake(waker);
        }
        return;
      }
    }
  }

  void runAbandonWaker(Cell abandoned) {
    Running running = new Running(Thread.currentThread());
    if (abandoned.abandonWaker() instanceof Waker waker
        && abandoned.compareAndSetAbandonWaker(waker, running)) {
      wake(waker);
      abandoned.setAbandonWaker(null);
    }
  }

  /** Once true, it stays so: a sender that publishes in vain covers the state for a moment. */
  boolean isAbandoned(Cell sender) {
    if (sender.state() == ABANDONED) {
      sender.noteAbandoned();
      return true;
    }
    return sender.isSeenAbandoned();
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
    Object seen = current.state();
    return isLive(seen) && current.compareAndSetState(seen, ABANDONED);
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

  static void dispatchUncaught(Throwable thrown) {
    Thread current = Thread.currentThread();
    current.getUncaughtExceptionHandler().uncaughtException(current, thrown);
  }

  final void park() {
    LockSupport.park(this);
  }

  final boolean isLive(@Nullable Object state) {
    return state == null || state instanceof Thread || state instanceof Waker;
  }

  final Cell cell() {
    return cell;
  }

  final boolean begin(Cell sender) {
    Object seen = sender.state();
    if (!isLive(seen) && seen != ABANDONED) {
      throw new IllegalStateException("consumed");
    }
    takeBackAbandonWaker(sender);
    return seen != ABANDONED;
  }

  final boolean end(Cell sender, Object outcome) {
    Object found = publish(sender, outcome);
    if (found == ABANDONED) {
      sender.setState(ABANDONED);
    }
    return finish(found);
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
    Cell current = cell;
    Object seen = current.state();
    if (isLive(seen) || seen == ABANDONED) {
      return null;
    }
    current.setState(null);
    return current;
  }

  @Override
  public final Sender renew() {
    abandonLive();
    return sender();
  }

  /** Returns whether there was a live sender. */
  private boolean abandonLive() {
    Cell current = cell;
    if (!abandon(current)) {
      return false;
    }
    cell = fresh(current);
    runAbandonWaker(current);
    return true;
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
    Cell current = cell;
    if (current.state() != current) {
      throw new IllegalStateException("no value");
    }
    long taken = current.value;
    endShot(current);
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
    if (!(seen instanceof Waker) || withdraw(cell, seen) != null) {
      return false;
    }
    return true;
  }

  @Override
  public final boolean drop() {
    Object seen = cell.state();
    if (isLive(seen) || seen == IDLE || seen == ABANDONED) {
      return false;
    }
    endShot(cell);
    return true;
  }

  private static void endShot(Cell current) {
    current.setState(IDLE);
  }

  @Override
  public final void close() {
    abandonLive();
    if (!cell.isAbandoned()) {
      endShot(cell);
      cell.setState(ABANDONED);
    }
  }
}
