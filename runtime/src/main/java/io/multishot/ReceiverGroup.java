package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Several receivers, of any channels, to be waited for together: for any of them, or for all.
 *
 * <p>Receivers are told by their index in the order in which they were given. One with an outcome
 * counts until that is taken or dropped; one with no open shot is passed over. Among several with
 * an outcome, {@code any} goes round: it begins with the one behind the one that it returned last.
 *
 * <p>Make a group once and use it again: waiting allocates nothing. (One small object in a rare
 * race: when a sender that ended an earlier shot has still not finished waking the group.) A group
 * registers itself with its receivers as a {@link Waker}, and replaces what is registered there;
 * when a wait ends, it is deregistered from those that have no outcome yet.
 *
 * <p>A group has one owner at a time, who owns its receivers as well. Between two waits these may
 * be used each by itself, or by another group. In no wait may a handler be registered with one of
 * them: that is an {@link IllegalStateException}, as in {@link MultiShotReceiver#poll(Waker)}.
 */
public final class ReceiverGroup {

  /** No receiver has an outcome yet, and there is one whose sender is live. */
  public static final int PENDING = -1;

  /** No receiver has an outcome, nor a sender that is live: there is nothing to wait for. */
  public static final int IDLE = -2;

  /*
   * `ticket` says which wait is on, in its upper half, and in its lower what it waits for still:
   *
   *   0             nothing: over, or fulfilled
   *   n > 0         n more outcomes; who brings the n-th wakes the waiter
   *   REGISTERING   any outcome, but the owner is not ready to be woken yet: it will see it itself
   *
   * A sender that is late, whose shot belongs to an earlier wait, finds another wait's number in
   * the ticket and does nothing. Its Member bears the number of the wait that it was registered
   * for; hence none is registered again before its last sender has read that.
   */
  private static final VarHandle TICKET =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "ticket", VarHandle.class, ReceiverGroup.class, long.class)
          .withInvokeExactBehavior();

  private static final VarHandle WAITER =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "waiter", VarHandle.class, ReceiverGroup.class, Object.class)
          .withInvokeExactBehavior();

  private static final long REGISTERING = 1L << 31;

  private final Member[] members;

  /** Accessed through {@link #TICKET} only, volatile; a wait begins with a release. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private long ticket;

  /**
   * A thread or a waker. Set between the end of the last wait and the begin of this one. Accessed
   * through {@link #WAITER} only, release and acquire: a late sender that reads the waiter of a
   * later wait sees that the ticket is not its own any more.
   */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Object waiter;

  /** Where the next search begins. */
  private int next;

  /** What was learned of looking before parking; see {@link Spinning}. */
  private int spins;

  private ReceiverGroup(MultiShotReceiver[] receivers) {
    members = new Member[receivers.length];
    for (int i = 0; i < receivers.length; i++) {
      members[i] = new Member(this, receivers[i]);
    }
  }

  /**
   * Makes a group of these receivers.
   *
   * @throws IllegalArgumentException if there is none, or one of them twice
   */
  public static ReceiverGroup of(MultiShotReceiver... receivers) {
    Set<MultiShotReceiver> distinct = new HashSet<>();
    for (MultiShotReceiver receiver : receivers) {
      if (!distinct.add(Objects.requireNonNull(receiver, "receiver"))) {
        throw new IllegalArgumentException("in the group twice: " + receiver);
      }
    }
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException("a group needs a receiver");
    }
    return new ReceiverGroup(receivers.clone());
  }

  /**
   * Looks whether any receiver has an outcome.
   *
   * @return its index, {@link #PENDING} or {@link #IDLE}
   */
  public int pollAny() {
    boolean isPending = false;
    int i = next;
    for (int left = members.length; left > 0; left--) {
      Object seen = members[i].look();
      int following = i + 1 == members.length ? 0 : i + 1;
      if (members[i].cell().isOutcome(seen)) {
        next = following;
        return i;
      }
      isPending |= members[i].cell().isLive(seen);
      i = following;
    }
    return isPending ? PENDING : IDLE;
  }

  /**
   * Looks whether any receiver has an outcome, and if none has, but one is to come, has {@code
   * waker} run when the first comes: exactly once, on that sender's thread. It replaces the one of
   * an earlier call.
   *
   * @return the index, {@link #PENDING} or {@link #IDLE}; the waker is registered if, and only if,
   *     it is {@link #PENDING}
   */
  public int pollAny(Waker waker) {
    Objects.requireNonNull(waker, "waker");
    int found = pollAny();
    if (found == PENDING && isRegistered(waker)) {
      return PENDING;
    }
    withdraw();
    if (found != PENDING || beginAny(waker)) {
      return found;
    }
    withdraw();
    return pollAny();
  }

  /**
   * Waits until any receiver has an outcome.
   *
   * @return its index; or {@link #IDLE}
   * @throws InterruptedException if the thread is interrupted and there is no outcome yet
   */
  public int awaitAny() throws InterruptedException {
    return await(false, Long.MAX_VALUE);
  }

  /**
   * Waits until any receiver has an outcome, but at most for the given time.
   *
   * @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for ever
   * @return its index; {@link #PENDING} if the time is up; or {@link #IDLE}
   * @throws InterruptedException if the thread is interrupted and there is no outcome yet
   */
  public int awaitAny(long timeout, TimeUnit unit) throws InterruptedException {
    return await(false, unit.toNanos(timeout));
  }

  /** Looks whether no receiver's outcome is to come any more. */
  public boolean pollAll() {
    for (Member member : members) {
      if (member.cell().isLive(member.look())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Looks whether no receiver's outcome is to come any more, and otherwise has {@code waker} run
   * when the last comes: exactly once, on that sender's thread. It replaces the one of an earlier
   * call.
   *
   * @return whether all are there; the waker is registered if not
   */
  public boolean pollAll(Waker waker) {
    Objects.requireNonNull(waker, "waker");
    withdraw();
    return pollAll() || !beginAll(waker);
  }

  /**
   * Waits until no receiver's outcome is to come any more.
   *
   * @throws InterruptedException if the thread is interrupted before that
   */
  public void awaitAll() throws InterruptedException {
    await(true, Long.MAX_VALUE);
  }

  /**
   * Waits until no receiver's outcome is to come any more, but at most for the given time.
   *
   * @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for ever
   * @return whether all are there
   * @throws InterruptedException if the thread is interrupted before that
   */
  public boolean awaitAll(long timeout, TimeUnit unit) throws InterruptedException {
    return await(true, unit.toNanos(timeout)) != PENDING;
  }

  /** Takes the waker of {@link #pollAny(Waker)} or {@link #pollAll(Waker)} back, if not yet run. */
  public void withdraw() {
    TICKET.setVolatile(this, (turn() + 1) << Integer.SIZE);
    WAITER.setRelease(this, (Object) null);
    for (Member member : members) {
      member.withdraw();
    }
  }

  /** Tells how many receivers there are, and the state of each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("ReceiverGroup[");
    for (int i = 0; i < members.length; i++) {
      text.append(i == 0 ? "" : ", ").append(members[i].receiver);
    }
    return text.append(']').toString();
  }

  private int await(boolean all, long nanos) throws InterruptedException {
    int found = poll(all);
    if (found != PENDING) {
      return found;
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (nanos <= 0) {
      return PENDING;
    }
    long deadline = deadline(nanos);
    found = spin(all);
    if (found != PENDING) {
      return found;
    }
    withdraw();
    Thread self = Thread.currentThread();
    boolean interrupted = (all ? beginAll(self) : beginAny(self)) && park(nanos, deadline);
    withdraw();
    found = poll(all);
    if (interrupted && found == PENDING) {
      throw new InterruptedException();
    }
    if (interrupted) {
      self.interrupt(); // the outcome came first
    }
    return found;
  }

  /** As {@link #pollAny()}; for all, {@link #PENDING} or not. */
  private int poll(boolean all) {
    return all ? (pollAll() ? IDLE : PENDING) : pollAny();
  }

  private int spin(boolean all) {
    int most = Spinning.most();
    int looks = Spinning.looks(spins, most);
    int found = PENDING;
    for (int left = looks; found == PENDING && left > 0; left--) {
      Thread.onSpinWait();
      found = poll(all);
    }
    int learned = Spinning.learn(spins, looks, most, found != PENDING);
    if (learned != spins) { // as in Spinning.spin
      spins = learned;
    }
    return looks > 0 && found == PENDING && Spinning.yieldCarrier() ? poll(all) : found;
  }

  private static long deadline(long nanos) {
    return nanos == Long.MAX_VALUE ? 0L : System.nanoTime() + nanos;
  }

  /** Parks until the wait is fulfilled, the time is up, or the thread interrupted: then true. */
  private boolean park(long nanos, long deadline) {
    while (left() != 0) {
      if (nanos == Long.MAX_VALUE) {
        Waiting.park(this);
      } else {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        LockSupport.parkNanos(this, left);
      }
      if (Thread.interrupted()) {
        return true;
      }
    }
    return false;
  }

  /** Returns {@code false} if nobody will be woken, for there is an outcome by now. */
  private boolean beginAny(Object newWaiter) {
    long begun = begin(newWaiter, REGISTERING);
    return registerAll() > 0
        && !hasOutcome()
        && TICKET.compareAndSet(this, begun, begun - REGISTERING + 1);
  }

  /**
   * Whether there is an outcome that came before its receiver could be registered, so that nobody
   * will be woken for it.
   */
  private boolean hasOutcome() {
    for (Member member : members) {
      if (member.cell().isOutcome(member.look())) {
        return true;
      }
    }
    return false;
  }

  /** Returns {@code false} if nobody will be woken, for all outcomes are there by now. */
  private boolean beginAll(Object newWaiter) {
    long most = members.length + 1L; // more than can come, for as long as the owner is not ready
    begin(newWaiter, most);
    long spare = most - registerAll();
    return (int) ((long) TICKET.getAndAdd(this, -spare) - spare) != 0;
  }

  /** Returns with how many receivers. */
  private int registerAll() {
    int registered = 0;
    try {
      for (int i = 0; i < members.length; i++) {
        if (!members[i].isFree()) {
          members[i] = new Member(this, members[i].receiver);
        }
        if (members[i].register(turn())) {
          registered++;
        }
      }
    } catch (IllegalStateException refused) { // somebody else waits for one of them
      withdraw();
      throw refused;
    }
    return registered;
  }

  private long begin(Object newWaiter, long waitsFor) {
    WAITER.setRelease(this, newWaiter);
    long begun = (turn() << Integer.SIZE) | waitsFor;
    TICKET.setRelease(this, begun); // registering makes a sender see it
    return begun;
  }

  /** The number of the wait that is on, or was last. */
  private long turn() {
    return (long) TICKET.getVolatile(this) >>> Integer.SIZE;
  }

  private int left() {
    return (int) (long) TICKET.getVolatile(this);
  }

  private boolean isRegistered(Waker waker) {
    if ((Object) WAITER.getAcquire(this) != waker || left() != 1) {
      return false;
    }
    for (Member member : members) {
      Object seen = member.look();
      if (member.cell().isLive(seen) && seen != member) {
        return false;
      }
    }
    return true;
  }

  /** An outcome has come that a wait was registered for. */
  private void signal(long turn) {
    long seen;
    Object toWake;
    do {
      seen = (long) TICKET.getVolatile(this);
      if (seen >>> Integer.SIZE != turn || (int) seen == 0) {
        return;
      }
      toWake = (Object) WAITER.getAcquire(this);
    } while (!TICKET.compareAndSet(this, seen, afterOneOf(seen)));
    if ((int) seen != 1) {
      return;
    }
    if (toWake instanceof Thread thread) {
      LockSupport.unpark(thread);
    } else if (toWake instanceof Waker waker) {
      waker.wake();
    }
  }

  private static long afterOneOf(long ticket) {
    return ticket - ((int) ticket == (int) REGISTERING ? REGISTERING : 1);
  }

  /** What is registered with one receiver. */
  private static final class Member implements Waker {

    private static final VarHandle FREE =
        ConstantBootstraps.fieldVarHandle(
                MethodHandles.lookup(), "isFree", VarHandle.class, Member.class, boolean.class)
            .withInvokeExactBehavior();

    private final ReceiverGroup group;
    private final MultiShotReceiver receiver;

    /** The wait that it is registered for. Written before it is registered. */
    private long turn;

    /** The cell that it was registered with last, if it was not withdrawn; of the owner. */
    private @Nullable MultiShotSender registered;

    /**
     * Whether no sender may still read the turn: set by it, or by the owner. Accessed through
     * {@link #FREE} only: a sender releases it, and the owner acquires.
     */
    @SuppressWarnings("UnusedVariable") // the handle reads it
    private boolean isFree = true;

    Member(ReceiverGroup group, MultiShotReceiver receiver) {
      this.group = group;
      this.receiver = receiver;
    }

    MultiShotSender cell() {
      return receiver.cell();
    }

    boolean isFree() {
      return (boolean) FREE.getAcquire(this);
    }

    @Nullable Object look() {
      return receiver.cell().stateAcquire();
    }

    /** Returns {@code false} if there is no live sender. */
    boolean register(long newTurn) {
      MultiShotSender cell = cell();
      Object seen = cell.stateAcquire();
      if (!cell.isLive(seen)) {
        return false;
      }
      turn = newTurn;
      FREE.setOpaque(this, false); // registering orders it
      if (Waiting.register(cell, seen, this) != this) {
        FREE.setOpaque(this, true);
        return false;
      }
      registered = cell;
      return true;
    }

    void withdraw() {
      MultiShotSender cell = registered;
      if (cell != null) {
        registered = null;
        if (cell.stateAcquire() == this && cell.compareAndSetState(this, null)) {
          FREE.setOpaque(this, true);
        }
      }
    }

    @Override
    public void wake() {
      long registeredFor = turn;
      FREE.setRelease(this, true);
      group.signal(registeredFor);
    }

    @Override
    public String toString() {
      return "a group of " + group.members.length;
    }
  }
}
