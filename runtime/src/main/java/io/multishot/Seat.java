package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Where a server waits for the questions of one caller, if no queue brings them: the other half of
 * a pair. The request that {@link MultiShotCaller#request()} returns is no cell, but stands for the
 * seat: its state is the seat, for ever.
 */
final class Seat {

  /*
   * A question is there when the cell is live, which is the caller's transition `ask` in Cell; the
   * answer is the sender's `publish`. The seat adds one word for a server that waits.
   *
   * States of `waiter`
   *
   *   none      null               nobody waits, or the server looks by itself
   *   awaited   a Thread, a Waker  the server, to be woken by the next question
   *   closed    CLOSED             the caller asks no more: final
   *   left      LEFT               the server serves no more: final
   *
   * Transitions
   *
   *   name        by      from            to       how
   *   register    server  none, awaited   awaited  compare-and-set, then looks for a question
   *   deregister  server  awaited         none     compare-and-set
   *   tell        caller  awaited         none     compare-and-set, then wakes
   *   close       caller  none, awaited   closed   compare-and-set, then wakes
   *   leave       server  none, awaited   left     compare-and-set, then disconnects the question
   *
   * The caller asks, by an exchange, and then reads the waiter; the server registers, by a
   * compare-and-set, and then reads the cell: one of them sees the other (Dekker). So does either
   * half see that the other has gone: whoever finds a question that nobody will serve disconnects
   * it, by compare-and-set, for both may find it.
   *
   * `request` is what the question is answered by: the cell, or what stands for it in checked mode.
   * The caller writes it before the exchange, if it is another one; once a question is abandoned,
   * the next has another cell. So the server serves what it was shown, `shown`, and not what is
   * there by then, of which the question may be to come. In checked mode the next question of one
   * cell has another request: the server reads it again when it has seen the cell live, or it
   * would serve the last one twice.
   *
   * A question that the server has left to others, to be answered later, is to be shown once. Its
   * number is the handle's `sequence`, which the server writes. When the state is live and the
   * number is another one, the state may still be that of before: hence a third look, which returns
   * no older one, see Cell.stateNow. Where the server answers by itself, no look is needed: what it
   * reads after its own exchange is no older than that. Who has the question answers it, even when
   * the server has left, and by an exchange, which could hit the next one: so neither half
   * disconnects it. For the caller the number is ordered by the waiter.
   *
   * One atomic read-modify-write a direction, then, as long as nobody parks.
   */

  private static final VarHandle REQUEST =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "request", VarHandle.class, Seat.class, MultiShotSender.class)
          .withInvokeExactBehavior();

  private static final VarHandle WAITER =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "waiter", VarHandle.class, Seat.class, Object.class)
          .withInvokeExactBehavior();

  /** What ends a seat. */
  private enum End {
    CLOSED,
    LEFT
  }

  private final WaitPolicy policy;
  private final MultiShotSender handle;

  /** Volatile, through {@link #REQUEST}; plain for the caller, who alone writes it. */
  private @Nullable MultiShotSender request;

  /** Accessed through {@link #WAITER} only. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Object waiter;

  /** What the server was shown last; its own. Written only if it is another one. */
  private @Nullable MultiShotSender shown;

  /** The server's spin estimate; see {@link Spinning}. */
  private int spins;

  /** Made when it is first needed. */
  private @Nullable ManagedPark managedPark;

  /**
   * Makes a seat.
   *
   * @param handle a sender with no shot open, which stands for the seat from then on
   */
  @SuppressWarnings("this-escape") // it is only kept
  Seat(WaitPolicy policy, MultiShotSender handle) {
    this.policy = policy;
    this.handle = handle;
    handle.standFor(this);
  }

  MultiShotSender handle() {
    return handle;
  }

  private @Nullable Object waiterNow() {
    return (Object) WAITER.getVolatile(this);
  }

  // By the caller.

  /**
   * Opens the question that was written to {@code cell}, and wakes the server if it waits.
   *
   * @param asked by which the question is answered
   * @throws StackOverflowError if there is no room to wake the server; the question is asked, then,
   *     and the next one wakes it
   */
  void ask(MultiShotSender cell, MultiShotSender asked) {
    if (request != asked) {
      REQUEST.setVolatile(this, asked);
    }
    cell.ask(asked != cell);
    Object seen = waiterNow();
    if (seen != null) {
      tell(cell, seen);
    }
  }

  private void tell(MultiShotSender cell, Object seen) {
    Headroom.probe(cell.sequence() >> 1);
    if (seen instanceof End) {
      if (!isPassed(cell)) {
        cell.disconnectUnserved();
      }
    } else if (WAITER.compareAndSet(this, seen, (Object) null)) {
      Cell.wake(seen, cell.sequence());
    }
  }

  /** The caller has given its question up: what that holds is not to be kept until the next. */
  void forget() {
    REQUEST.setRelease(this, (MultiShotSender) null);
  }

  /** The caller asks no more. */
  void close() {
    forget();
    Object seen = end(End.CLOSED);
    if (seen != null) {
      Cell.wake(seen, 0);
    }
  }

  /** Returns who waits, to be woken; {@code null} if nobody does, or it is ended already. */
  private @Nullable Object end(End end) {
    while (true) {
      Object seen = waiterNow();
      if (seen instanceof End) {
        return null;
      }
      if (WAITER.compareAndSet(this, seen, (Object) end)) {
        return seen;
      }
    }
  }

  // By the server.

  /** Tells whether there is a question that was not served yet. */
  Poll poll() {
    MultiShotSender asked = (MultiShotSender) REQUEST.getVolatile(this);
    if (asked != null) {
      MultiShotSender cell = asked.target();
      if (cell.isLive(cell.stateVolatile()) && (handle.passed() == 0 || isNew(cell))) {
        if (CheckedMode.ON && asked != (MultiShotSender) REQUEST.getVolatile(this)) {
          return poll(); // the cell is live for the next question, which has a loan of its own
        }
        if (shown != asked) {
          shown = asked;
        }
        return Poll.READY;
      }
    }
    return waiterNow() instanceof End ? Poll.DISCONNECTED : Poll.PENDING;
  }

  /** Whether the cell's question was left to others; the caller has that from the waiter. */
  private boolean isPassed(MultiShotSender cell) {
    return cell.sequence() == handle.passed();
  }

  /** Whether the question is another one than that which was left to others. */
  private boolean isNew(MultiShotSender cell) {
    if (isPassed(cell) || !cell.isLive(cell.stateNow())) {
      return false;
    }
    handle.setPassed(0);
    return true;
  }

  /** As {@link #poll()}, and if there is none has {@code waker} run when there is one. */
  Poll poll(Waker waker) {
    if (register(waker)) {
      Poll seen = poll();
      if (seen == Poll.PENDING) {
        return seen;
      }
      deregister(waker);
      return seen;
    }
    return poll();
  }

  /** The request whose question was shown last. */
  MultiShotSender served() {
    MultiShotSender asked = shown;
    if (asked == null) {
      throw new IllegalStateException(
          "no question yet: serve() when awaitRequest() has returned true");
    }
    return asked;
  }

  /**
   * The server has left a question to others: it is not shown again.
   *
   * @param shot its number; the question that is there by then may be another one
   */
  void pass(long shot) {
    handle.setPassed(shot);
  }

  /**
   * The server serves no more: this question, and all that come, are disconnected. Not so what it
   * has left to others: they may be about to publish, by an exchange, which would end the next.
   */
  void leave() {
    end(End.LEFT);
    MultiShotSender asked = (MultiShotSender) REQUEST.getVolatile(this);
    if (asked != null) {
      MultiShotSender cell = asked.target();
      if (cell.isLive(cell.stateVolatile()) && isPassed(cell)) { // in this order
        return;
      }
      cell.takeBackAbandonWaker();
      cell.disconnectUnserved();
    }
  }

  /**
   * Waits until there is a question, or the time is up.
   *
   * @param nanos at most this long; {@link Long#MAX_VALUE} is for ever
   */
  Poll await(long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Poll seen = poll();
    if (seen != Poll.PENDING || nanos <= 0) {
      return seen;
    }
    takeBackWaker(); // replaced from here on, however it waits
    boolean timed = nanos != Long.MAX_VALUE;
    long deadline = timed ? System.nanoTime() + nanos : 0L;
    if (policy == WaitPolicy.BUSY_SPIN && !VirtualThreads.isCurrent()) {
      return busySpin(timed, deadline);
    }
    if (policy == WaitPolicy.SPIN_THEN_PARK) {
      seen = spin();
    }
    return seen == Poll.PENDING ? awaitParked(timed, deadline) : seen;
  }

  private Poll spin() {
    int max = Spinning.maxSpins();
    int times = Spinning.spins(spins, max);
    Poll seen = spin(times);
    int adapted = Spinning.adapt(spins, times, max, seen != Poll.PENDING);
    if (adapted != spins) { // it may share its cache line with what the caller reads
      spins = adapted;
    }
    return times > 0 && seen == Poll.PENDING && Spinning.yieldCarrier() ? poll() : seen;
  }

  private Poll spin(int times) {
    Poll seen = poll();
    for (int left = times; left > 0 && seen == Poll.PENDING; left--) {
      Thread.onSpinWait();
      seen = poll();
    }
    return seen;
  }

  private Poll busySpin(boolean timed, long deadline) throws InterruptedException {
    while (true) {
      Poll seen = spin(Blocking.SPINS_PER_CHECK);
      if (seen != Poll.PENDING) {
        return seen;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (CheckedMode.ON) {
        LostSenders.drainWhileBlocked(0);
      }
      if (timed && deadline - System.nanoTime() <= 0) {
        return Poll.PENDING;
      }
    }
  }

  private Poll awaitParked(boolean timed, long deadline) throws InterruptedException {
    Thread self = Thread.currentThread();
    Headroom.probe(0); // at each park, beside which it is nothing; or it would stay registered
    int slices = 0;
    try {
      while (true) {
        register(self);
        Poll seen = poll();
        if (seen != Poll.PENDING || (timed && deadline - System.nanoTime() <= 0)) {
          return seen;
        }
        if (Blocking.isPoolWorker(self)) {
          Blocking.parkManaged(managedPark(), timed, deadline);
        } else {
          Blocking.park(this, timed, deadline);
        }
        if (CheckedMode.ON) {
          LostSenders.drainWhileBlocked(timed ? 0 : ++slices);
        }
        if (Thread.interrupted()) {
          if (poll() != Poll.READY) {
            throw new InterruptedException();
          }
          self.interrupt(); // the question came first
        }
      }
    } finally {
      deregister(self);
    }
  }

  /** Whether a worker of a pool need not park: somebody has told it, or the seat is ended. */
  boolean isTold() {
    return waiterNow() != Thread.currentThread();
  }

  private ManagedPark managedPark() {
    ManagedPark made = managedPark;
    if (made == null) {
      made = new ManagedPark(this);
      managedPark = made;
    }
    return made;
  }

  /** Makes {@code newWaiter} the one to be woken; returns whether it is, or the seat is ended. */
  private boolean register(Object newWaiter) {
    while (true) {
      Object seen = waiterNow();
      if (seen instanceof End) {
        return false;
      }
      if (seen == newWaiter) {
        return true;
      }
      if (seen instanceof Thread) {
        throw new IllegalStateException(
            "already awaited by " + UserCode.identity(seen) + ": a seat has one server at a time");
      }
      if (WAITER.compareAndSet(this, seen, newWaiter)) {
        return true;
      }
    }
  }

  private void takeBackWaker() {
    if (waiterNow() instanceof Waker waker) {
      deregister(waker);
    }
  }

  private void deregister(Object registered) {
    WAITER.compareAndSet(this, registered, (Object) null);
  }

  /** Names the state, without calling user code. */
  String describe() {
    Object seen = waiterNow();
    if (seen == null) {
      return "seat";
    }
    return seen == End.CLOSED
        ? "seat, closed by the caller"
        : seen == End.LEFT ? "seat, left" : "seat, awaited by " + UserCode.identity(seen);
  }

  /** Links what a server and a caller need, before somebody depends on it. */
  static void rehearse(MultiShotSender cell, MultiShotSender handle) {
    Seat seat = new Seat(WaitPolicy.PARK, handle);
    seat.poll(new Rehearsal.Nothing());
    cell.prepareQuestion();
    seat.ask(cell, cell);
    seat.poll();
    seat.pass(cell.sequence());
    seat.spin();
    seat.register(Thread.currentThread());
    Blocking.isPoolWorker(Thread.currentThread());
    seat.deregister(Thread.currentThread());
    seat.leave();
    seat.close();
    seat.describe();
  }
}
