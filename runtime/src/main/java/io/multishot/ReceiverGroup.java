package io.multishot;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Several receivers, of any channels, to be waited for together: for any of them, or for all.
 *
 * <p>Receivers are identified by their index in the order in which they were given. One with an
 * outcome counts until that is taken or dropped; one with no open shot is passed over. Among
 * several with an outcome, {@code any} goes round: it begins with the one behind the one that it
 * returned last.
 *
 * <p>Make a group once and use it again: waiting allocates nothing. A group registers itself with
 * its receivers as a {@link Waker}, and replaces what is registered there; when a wait ends, it is
 * deregistered from those that have no outcome yet.
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

  private final GroupTicket ticket = new GroupTicket();

  private final GroupMember[] members;

  /** Where the next search begins. */
  private int next;

  /** The spin estimate; see {@link Spinning}. */
  private int spins;

  /** How the owner parks where it is a fork-join worker; made when it first is. */
  private @Nullable ManagedPark managedPark;

  private ReceiverGroup(MultiShotReceiver[] receivers) {
    members = new GroupMember[receivers.length];
    for (int i = 0; i < receivers.length; i++) {
      members[i] = new GroupMember(ticket, receivers[i], receivers.length);
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
   * Tells whether any receiver has an outcome.
   *
   * @return its index, {@link #PENDING} or {@link #IDLE}
   */
  public int pollAny() {
    requireAlone();
    return found();
  }

  private int found() {
    boolean isPending = false;
    int i = next;
    for (int left = members.length; left > 0; left--) {
      Object seen = members[i].state();
      int following = i + 1 == members.length ? 0 : i + 1;
      if (members[i].cell().isOutcome(seen)) {
        next = following;
        ticket.clear();
        return i;
      }
      isPending |= members[i].cell().isLive(seen);
      i = following;
    }
    return isPending ? PENDING : IDLE;
  }

  /**
   * Tells whether any receiver has an outcome, and if none has, but one is to come, has {@code
   * waker} run when the first comes: exactly once, on that sender's thread. It replaces the one of
   * an earlier call.
   *
   * <p>It is run as well if the owner closes or renews a receiver whose outcome was waited for.
   *
   * @return the index, {@link #PENDING} or {@link #IDLE}; the waker is registered if, and only if,
   *     it is {@link #PENDING}
   * @throws IllegalArgumentException if the waker is a {@link Thread}
   * @throws IllegalStateException if a handler or a future waits for one of the receivers
   */
  public int pollAny(Waker waker) {
    MultiShotReceiver.requireNoThread(waker);
    requireAlone();
    int found = found();
    if (found == PENDING && isRegistered(waker)) {
      return PENDING;
    }
    withdraw();
    if (found != PENDING || beginAny(waker)) {
      return found;
    }
    withdraw();
    return found();
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

  /** Tells whether no receiver is pending. */
  public boolean pollAll() {
    requireAlone();
    return areAllThere();
  }

  private boolean areAllThere() {
    for (GroupMember member : members) {
      if (member.cell().isLive(member.state())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether no receiver is pending, and otherwise has {@code waker} run when the last comes:
   * exactly once, on that sender's thread. It replaces the one of an earlier call.
   *
   * @return whether all are there; the waker is registered if not
   * @throws IllegalArgumentException if the waker is a {@link Thread}
   * @throws IllegalStateException if a handler or a future waits for one of the receivers
   */
  public boolean pollAll(Waker waker) {
    MultiShotReceiver.requireNoThread(waker);
    requireAlone();
    withdraw();
    return areAllThere() || !beginAll(waker);
  }

  /**
   * Waits until no receiver is pending.
   *
   * @throws InterruptedException if the thread is interrupted before that
   */
  public void awaitAll() throws InterruptedException {
    await(true, Long.MAX_VALUE);
  }

  /**
   * Waits until no receiver is pending, but at most for the given time.
   *
   * @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for ever
   * @return whether all are there
   * @throws InterruptedException if the thread is interrupted before that
   */
  public boolean awaitAll(long timeout, TimeUnit unit) throws InterruptedException {
    return await(true, unit.toNanos(timeout)) != PENDING;
  }

  /** Takes back the waker of {@link #pollAny(Waker)} or {@link #pollAll(Waker)} if not yet run. */
  public void withdraw() {
    ticket.end();
    for (GroupMember member : members) {
      member.withdraw();
    }
  }

  /** Tells how many receivers there are, and the state of each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("ReceiverGroup[");
    for (int i = 0; i < members.length; i++) {
      text.append(i == 0 ? "" : ", ").append(members[i].receiver());
    }
    return text.append(']').toString();
  }

  /** In checked mode: throws if another thread is inside one of the receivers. */
  private void requireAlone() {
    if (CheckedMode.ON) {
      for (GroupMember member : members) {
        member.receiver().requireAlone();
      }
    }
  }

  private int await(boolean all, long nanos) throws InterruptedException {
    if (!CheckedMode.ON) {
      return awaitInside(all, nanos);
    }
    Checks[] checks = new Checks[members.length];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = members[i].receiver().checks();
    }
    return Checks.await(this, checks, all, nanos);
  }

  /** Waits; in checked mode, inside all receivers. */
  int awaitInside(boolean all, long nanos) throws InterruptedException {
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
    boolean timed = nanos != Long.MAX_VALUE;
    long deadline = timed ? System.nanoTime() + nanos : 0L;
    withdraw(); // a waker is replaced from here on, and not only from the parking on
    found = spin(all, timed, deadline);
    while (found == PENDING && !(timed && deadline - System.nanoTime() <= 0)) {
      found = parkOnce(all, timed, deadline); // again, if a receiver was renewed meanwhile
    }
    return found;
  }

  private int parkOnce(boolean all, boolean timed, long deadline) throws InterruptedException {
    Thread self = Thread.currentThread();
    boolean interrupted = false;
    try {
      interrupted = (all ? beginAll(self) : beginAny(self)) && park(self, timed, deadline);
    } finally {
      withdraw();
    }
    int found = poll(all);
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
    return all ? (areAllThere() ? IDLE : PENDING) : found();
  }

  private int spin(boolean all, boolean timed, long deadline) {
    int max = Spinning.maxSpins();
    int most = Spinning.spins(spins, max);
    int found = PENDING;
    for (int left = Spinning.rounds(most, members.length); found == PENDING && left > 0; left--) {
      Thread.onSpinWait();
      found = poll(all);
      if (timed && deadline - System.nanoTime() <= 0) {
        break;
      }
    }
    int adapted = Spinning.adapt(spins, most, max, found != PENDING);
    if (adapted != spins) { // as in Spinning.awaitOutcome
      spins = adapted;
    }
    return most > 0 && found == PENDING && Spinning.yieldCarrier() ? poll(all) : found;
  }

  /** Parks until the wait is fulfilled, the time is up, or the thread interrupted: then true. */
  private boolean park(Thread self, boolean timed, long deadline) throws InterruptedException {
    int slices = 0;
    while (!ticket.isFulfilled()) {
      if (timed && deadline - System.nanoTime() <= 0) {
        return false;
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
        return true;
      }
    }
    return false;
  }

  private ManagedPark managedPark() {
    ManagedPark made = managedPark;
    if (made == null) {
      made = new ManagedPark(this);
      managedPark = made;
    }
    return made;
  }

  boolean isFulfilled() {
    return ticket.isFulfilled();
  }

  /** Returns {@code false} if nobody will be woken, for there is an outcome by now. */
  private boolean beginAny(Object waiter) {
    ticket.beginAny(waiter);
    return registerAll() > 0 && !hasOutcome() && ticket.open();
  }

  /**
   * Whether there is an outcome that came before its receiver could be registered, so that nobody
   * will be woken for it.
   */
  private boolean hasOutcome() {
    for (GroupMember member : members) {
      if (member.cell().isOutcome(member.state())) {
        return true;
      }
    }
    return false;
  }

  /** Returns {@code false} if nobody will be woken, for all outcomes are there by now. */
  private boolean beginAll(Object waiter) {
    int most = members.length + 1; // more than can come, for as long as the owner is not ready
    ticket.beginAll(waiter, most);
    return ticket.release(most - registerAll());
  }

  /** Returns with how many receivers. */
  private int registerAll() {
    Headroom.probe(ticket.epoch()); // or what the stack's end breaks off stays registered
    int registered = 0;
    try {
      for (GroupMember member : members) {
        if (member.register(ticket.epoch())) {
          registered++;
        }
      }
    } catch (RuntimeException | Error refused) { // somebody else waits for one of them
      withdraw();
      throw refused;
    }
    return registered;
  }

  private boolean isRegistered(Waker waker) {
    if (!ticket.isOpenFor(waker)) {
      return false;
    }
    for (GroupMember member : members) {
      Object seen = member.state();
      if (member.cell().isLive(seen) && seen != member) {
        return false;
      }
    }
    return true;
  }
}
