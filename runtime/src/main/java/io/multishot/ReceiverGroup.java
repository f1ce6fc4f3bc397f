package io.multishot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Several receivers of any channels, and {@linkplain SlabShot shots} of any slabs, to be waited for
 * together: for any of them, for all, or for some number of them.
 *
 * <p>These members are identified by their index in the order in which they were given. One with an
 * outcome counts until that is taken or dropped, whether it is a value or not; one with no open
 * shot is passed over. Among several with an outcome, {@code any} goes round: it begins with the
 * one behind the one that it returned last.
 *
 * <p>A request sent to two servers for the sake of the faster one waits for any, and a quorum for
 * {@linkplain #awaitAtLeast(int) so many}; {@link #abandonAll} gives up the others.
 *
 * <p>Make a group once and use it again: waiting allocates nothing. A group registers itself with
 * its members as a {@link Waker}, and replaces what is registered there; when a wait ends, it is
 * deregistered from those that have no outcome yet.
 *
 * <p>A group has one owner at a time, who owns its members as well. Between two waits these may be
 * used each by itself, or by another group. In no wait may a handler be registered with one of
 * them: that is an {@link IllegalStateException}, as in {@link MultiShotReceiver#poll(Waker)}.
 */
public final class ReceiverGroup {

  /** No member has an outcome yet, and there is one that is pending. */
  public static final int PENDING = -1;

  /** No member has an outcome, and none is pending: there is nothing to wait for. */
  public static final int IDLE = -2;

  private final GroupTicket ticket = new GroupTicket();

  private final GroupMember[] members;

  /** Where the next search begins. */
  private int next;

  /** The spin estimate; see {@link Spinning}. */
  private int spins;

  /** How the owner parks where it is a fork-join worker; made when it first is. */
  private @Nullable ManagedPark managedPark;

  private ReceiverGroup(Awaitable[] awaited) {
    members = new GroupMember[awaited.length];
    for (int i = 0; i < awaited.length; i++) {
      members[i] = GroupMember.of(awaited[i], ticket, awaited.length);
    }
  }

  /**
   * Makes a group of these receivers and shots.
   *
   * @throws IllegalArgumentException if there is none, or one of them twice
   */
  public static ReceiverGroup of(Awaitable... members) {
    Set<Awaitable> distinct = new HashSet<>();
    for (Awaitable member : members) {
      if (!distinct.add(Objects.requireNonNull(member, "member"))) {
        throw new IllegalArgumentException("in the group twice: " + member);
      }
    }
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException("a group needs a member");
    }
    return new ReceiverGroup(members);
  }

  /**
   * Tells whether any member has an outcome.
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
      int seen = members[i].look();
      int following = i + 1 == members.length ? 0 : i + 1;
      if (seen == GroupMember.OUTCOME) {
        next = following;
        ticket.clear();
        return i;
      }
      isPending |= seen == PENDING;
      i = following;
    }
    return isPending ? PENDING : IDLE;
  }

  /**
   * Tells whether any member has an outcome, and if none has, but one is to come, has {@code waker}
   * run when the first comes: exactly once, on that sender's thread. It replaces the one of an
   * earlier call.
   *
   * <p>It is run as well if a member whose outcome was waited for is closed, renewed or abandoned.
   *
   * @return the index, {@link #PENDING} or {@link #IDLE}; the waker is registered if, and only if,
   *     it is {@link #PENDING}
   * @throws IllegalArgumentException if the waker is a {@link Thread}
   * @throws IllegalStateException if a handler or a future waits for one of the members
   */
  public int pollAny(Waker waker) {
    MultiShotReceiver.requireNoThread(waker);
    requireAlone();
    int found = found();
    if (found == PENDING && isRegistered(waker)) {
      return PENDING;
    }
    withdraw();
    if (found != PENDING || begin(waker, 1)) {
      return found;
    }
    withdraw();
    return found();
  }

  /**
   * Waits until any member has an outcome.
   *
   * @return its index; or {@link #IDLE}
   * @throws InterruptedException if the thread is interrupted and there is no outcome yet
   */
  public int awaitAny() throws InterruptedException {
    return await(1, Long.MAX_VALUE);
  }

  /**
   * Waits until any member has an outcome, but at most for the given time.
   *
   * @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for ever
   * @return its index; {@link #PENDING} if the time is up; or {@link #IDLE}
   * @throws InterruptedException if the thread is interrupted and there is no outcome yet
   */
  public int awaitAny(long timeout, TimeUnit unit) throws InterruptedException {
    return await(1, unit.toNanos(timeout));
  }

  /** Tells whether no member is pending. */
  public boolean pollAll() {
    requireAlone();
    return areThere(members.length);
  }

  /** Whether so many members have an outcome, or no more are to come. */
  private boolean areThere(int outcomes) {
    int found = 0;
    int pending = 0;
    for (GroupMember member : members) {
      int seen = member.look();
      found += seen == GroupMember.OUTCOME ? 1 : 0;
      if (seen == PENDING && ++pending > members.length - outcomes) {
        return false; // too few are left, and one is to come
      }
    }
    return found >= outcomes || pending == 0;
  }

  /**
   * Tells whether no member is pending, and otherwise has {@code waker} run when the last comes:
   * exactly once, on that sender's thread. It replaces the one of an earlier call.
   *
   * @return whether all are there; the waker is registered if not
   * @throws IllegalArgumentException if the waker is a {@link Thread}
   * @throws IllegalStateException if a handler or a future waits for one of the members
   */
  public boolean pollAll(Waker waker) {
    return poll(members.length, waker);
  }

  /**
   * Waits until no member is pending.
   *
   * @throws InterruptedException if the thread is interrupted before that
   */
  public void awaitAll() throws InterruptedException {
    await(members.length, Long.MAX_VALUE);
  }

  /**
   * Waits until no member is pending, but at most for the given time.
   *
   * @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for ever
   * @return whether all are there
   * @throws InterruptedException if the thread is interrupted before that
   */
  public boolean awaitAll(long timeout, TimeUnit unit) throws InterruptedException {
    return await(members.length, unit.toNanos(timeout)) != PENDING;
  }

  /** Tells how many members have an outcome. */
  public int outcomes() {
    requireAlone();
    int found = 0;
    for (GroupMember member : members) {
      found += member.look() == GroupMember.OUTCOME ? 1 : 0;
    }
    return found;
  }

  /**
   * Tells whether so many members have an outcome; or fewer, and no member is pending.
   *
   * @param count from 1 to the number of members
   * @throws IllegalArgumentException if it is not
   */
  public boolean pollAtLeast(int count) {
    requireAlone();
    return areThere(requireCount(count));
  }

  /**
   * Tells whether so many members have an outcome; or fewer, and no member is pending. If not, has
   * {@code waker} run when that is so: exactly once, on that sender's thread. It replaces the one
   * of an earlier call.
   *
   * <p>The outcomes that are there now are counted now: to take one afterwards changes nothing. A
   * member that is closed, renewed or abandoned meanwhile counts as if its outcome had come.
   *
   * @param count from 1 to the number of members
   * @return whether they are there; the waker is registered if not
   * @throws IllegalArgumentException if the waker is a {@link Thread}, or the count out of range
   * @throws IllegalStateException if a handler or a future waits for one of the members
   */
  public boolean pollAtLeast(int count, Waker waker) {
    return poll(requireCount(count), waker);
  }

  /**
   * Waits until so many members have an outcome; or fewer, and no member is pending. {@link
   * #outcomes} tells how many have one.
   *
   * @param count from 1 to the number of members
   * @throws IllegalArgumentException if it is not
   * @throws InterruptedException if the thread is interrupted before that
   */
  public void awaitAtLeast(int count) throws InterruptedException {
    await(requireCount(count), Long.MAX_VALUE);
  }

  /**
   * As {@link #awaitAtLeast(int)}, but waits at most for the given time.
   *
   * @param count from 1 to the number of members
   * @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for ever
   * @return whether they are there
   * @throws IllegalArgumentException if the count is out of range
   * @throws InterruptedException if the thread is interrupted before that
   */
  public boolean awaitAtLeast(int count, long timeout, TimeUnit unit) throws InterruptedException {
    return await(requireCount(count), unit.toNanos(timeout)) != PENDING;
  }

  private int requireCount(int count) {
    if (count < 1 || count > members.length) {
      throw new IllegalArgumentException(
          "the count must be from 1 to " + members.length + ", and is " + count);
    }
    return count;
  }

  /**
   * Gives up the shots of all members: those that are pending are abandoned, and outcomes
   * discarded. A receiver is left as by {@code renew}, but not armed, and the id of a slab by
   * {@link Slab#abandon(long)}. Takes back a waker that is registered. Allocates a sender for each
   * sender that it abandons.
   *
   * @return how many; those whose outcome was taken are not among them
   */
  public int abandonAll() {
    requireAlone();
    withdraw();
    int abandoned = 0;
    for (GroupMember member : members) {
      abandoned += member.abandon() ? 1 : 0;
    }
    return abandoned;
  }

  /** Takes back a waker that is registered, if it was not run yet. */
  public void withdraw() {
    ticket.end();
    for (GroupMember member : members) {
      member.withdraw();
    }
  }

  /** Tells how many members there are, and the state of each. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("ReceiverGroup[");
    for (int i = 0; i < members.length; i++) {
      text.append(i == 0 ? "" : ", ").append(members[i].awaited());
    }
    return text.append(']').toString();
  }

  /** In checked mode: throws if another thread is inside one of the receivers. */
  private void requireAlone() {
    if (CheckedMode.ON) {
      for (GroupMember member : members) {
        if (member.awaited() instanceof MultiShotReceiver receiver) {
          receiver.requireAlone();
        }
      }
    }
  }

  private boolean poll(int outcomes, Waker waker) {
    MultiShotReceiver.requireNoThread(waker);
    requireAlone();
    withdraw();
    return areThere(outcomes) || !begin(waker, outcomes);
  }

  private int await(int outcomes, long nanos) throws InterruptedException {
    if (!CheckedMode.ON) {
      return awaitInside(outcomes, nanos);
    }
    List<Checks> checks = new ArrayList<>();
    for (GroupMember member : members) {
      if (member.awaited() instanceof MultiShotReceiver receiver) {
        checks.add(receiver.checks());
      }
    }
    return Checks.await(this, checks.toArray(new Checks[0]), outcomes, nanos);
  }

  /** Waits; in checked mode, inside all receivers. */
  int awaitInside(int outcomes, long nanos) throws InterruptedException {
    int found = poll(outcomes);
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
    withdraw(); // of a poll of this group: replaced from here on, not only from the parking on
    found = spin(outcomes, timed, deadline);
    if (found != PENDING) {
      return found;
    }
    do { // once even if the time is up by now, for it replaces the wakers of the members
      found = parkOnce(outcomes, timed, deadline); // again, if one was abandoned meanwhile
    } while (found == PENDING && !(timed && deadline - System.nanoTime() <= 0));
    return found;
  }

  private int parkOnce(int outcomes, boolean timed, long deadline) throws InterruptedException {
    Thread self = Thread.currentThread();
    boolean interrupted = false;
    try {
      interrupted = begin(self, outcomes) && park(self, timed, deadline);
    } finally {
      withdraw();
    }
    int found = poll(outcomes);
    if (interrupted && found == PENDING) {
      throw new InterruptedException();
    }
    if (interrupted) {
      self.interrupt(); // the outcome came first
    }
    return found;
  }

  /** For one outcome, as {@link #pollAny()}; for several, {@link #PENDING} or not. */
  private int poll(int outcomes) {
    if (outcomes == 1) {
      return found();
    }
    return areThere(outcomes) ? IDLE : PENDING;
  }

  private int spin(int outcomes, boolean timed, long deadline) {
    int max = Spinning.maxSpins();
    int most = Spinning.spins(spins, max);
    int found = PENDING;
    for (int left = Spinning.rounds(most, members.length); found == PENDING && left > 0; left--) {
      Thread.onSpinWait();
      found = poll(outcomes);
      if (timed && deadline - System.nanoTime() <= 0) {
        break;
      }
    }
    int adapted = Spinning.adapt(spins, most, max, found != PENDING);
    if (adapted != spins) { // as in Spinning.awaitOutcome
      spins = adapted;
    }
    return most > 0 && found == PENDING && Spinning.yieldCarrier() ? poll(outcomes) : found;
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

  /** Returns {@code false} if nobody will be woken, for the outcomes are there by now. */
  private boolean begin(Object waiter, int outcomes) {
    int most = members.length + 1; // more than can come, for as long as the owner is not ready
    ticket.begin(waiter, most);
    Headroom.probe(ticket.epoch()); // or what the stack's end breaks off stays registered
    int registered = 0;
    int there = 0;
    try {
      for (GroupMember member : members) {
        if (member.register(ticket.epoch())) {
          registered++;
        } else if (member.look() == GroupMember.OUTCOME) {
          there++;
        }
      }
    } catch (RuntimeException | Error refused) { // somebody else waits for one of them
      withdraw();
      throw refused;
    }
    return ticket.narrow(most - Math.min(Math.max(0, outcomes - there), registered));
  }

  private boolean isRegistered(Waker waker) {
    if (!ticket.isOpenFor(waker)) {
      return false;
    }
    for (GroupMember member : members) {
      if (member.isMissed()) {
        return false;
      }
    }
    return true;
  }
}
