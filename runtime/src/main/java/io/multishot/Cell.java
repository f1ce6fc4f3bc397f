package io.multishot;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of a shot: one state word, with a method for each legal transition. It is a
 * superclass of the sender, and no object of its own.
 */
abstract sealed class Cell permits MultiShotSender {

  /*
   * Overview
   *
   * The sender object is the cell of the channel: it holds the payload (in the generated subclass)
   * and `state`, one atomic reference. Whoever waits is itself the state, so that one exchange both
   * publishes the outcome and learns whom to wake; a waker's memory need not be handed back before
   * the outcome is visible, because the garbage collector keeps it for as long as the sender runs
   * it. Compare FutureTask and CompletableFuture, whose waiters hang on a second field, and the
   * Rust crate "multishot", which needs two waker slots.
   *
   * States
   *
   * The state is a pair: the reference, and the parity of the sequence number.
   *
   *   name           reference            sequence  meaning
   *   idle           IDLE                 any       no shot is open: none was armed yet in this
   *                                                 cell, or its outcome was discarded
   *   armed          null                 odd       live, nobody registered
   *   awaited        a Thread, a Waker    odd       live, to be woken
   *   value          this                 odd       the payload holds a value
   *   taken          this                 even      the payload held a value; a view can be read
   *   failed         Sentinel.failing     odd       the sender failed the shot
   *   disconnected   DISCONNECTED         odd       the sender was closed without sending
   *   abandoned      ABANDONED            odd       the receiver gave up; the cell is the sender's
   *   retired        RETIRED              any       abandoned and consumed, or closed: final
   *
   * Transitions
   *
   *   name        by         from                          to              how
   *   arm         receiver   idle, value, taken, failed,   armed           sequence, release store
   *                          disconnected
   *   ask         receiver   the same, and then value is   armed           question, sequence,
   *               of a seat  taken first                                   exchange: see Seat
   *   register    receiver   armed, awaited                awaited         compare-and-set
   *   deregister  receiver   awaited                       armed           compare-and-set
   *   publish     sender     armed, awaited                value, failed,  exchange, then wake
   *                                                        disconnected
   *               sender     abandoned                     retired         the same exchange finds
   *                                                                        it: release store
   *   consume     sender     abandoned                     retired         release store
   *   disconnect  either     armed, awaited                disconnected    compare-and-set, by
   *               of a seat                                                whoever sees that the
   *                                                                        other has gone
   *   take        receiver   value                         taken           sequence
   *   discard     receiver   value, failed, disconnected   idle            sequence, release store
   *   abandon     receiver   armed, awaited                abandoned       compare-and-set
   *   retire      receiver   idle, value, taken, failed,   retired         sequence, release store
   *                          disconnected
   *
   *            arm                 register
   *     idle -------->  armed  <-------------->  awaited
   *      ^ ^              |      deregister         |
   *      | |     publish  +------------+------------+  abandon
   *      | |              v                         v
   *      | +--- failed, disconnected,          abandoned ----> retired
   *      |      value ----> taken                    publish,
   *      +--------+  take                            consume
   *       discard
   *
   * A compare-and-set by the receiver can fail only because the sender ended the shot: nobody else
   * leaves a live state. (A future is completed by any thread; which one acts for the receiver is
   * settled in OutcomeFuture first.) What the sender left unread in the payload belongs to the
   * receiver, unless the exchange found ABANDONED: then the sender clears it itself. So each value
   * has one owner.
   *
   * null and this are the hot values on purpose. The write barriers of the collectors have nothing
   * to record for them, so an old channel dirties no cards. Hence taking a value does not change
   * the reference, to which any third value would be such a store; it changes the sequence number.
   *
   * Sequence
   *
   * `sequence` numbers the shots of a channel; its parity is read as that of a seqlock is. Whatever
   * ends a shot changes it before it releases the state, so that nothing that is late (a task, a
   * refusal, a sender that has found a waker, a Shot) can take a later shot for its own:
   *
   *   arm        (n + 1) | 1       take       n + 1, which is even
   *   discard    n + 2             retire     (n + 2) | 1
   *   a new cell begins with n + 2 of the cell before it
   *
   * Only the receiver writes it, and never while a shot is live; whoever has acquired a live state
   * sees the number of that shot or of a later one. The one exception is its sign bit: whoever has
   * seen the cell abandoned sets it, for good. A sender that publishes in vain covers ABANDONED by
   * its outcome for a moment, and the sign tells it still. The number is kept here, and not in the
   * receiver, so that in the steady state a shot writes to no line but the cell's own.
   *
   * The abandon waker
   *
   * `abandonWaker` is what is to run when the receiver abandons the shot.
   *
   *   state      reference       leaves by
   *   none       null            sender registers: compare-and-set
   *   watched    a user's Waker  sender takes it back, to none, before it ends the shot;
   *                              receiver claims it, to running: both compare-and-set
   *   leased     a SourceLease   whoever has claimed the lease, to none: the source or close(),
   *                              when it has ended the shot, or the next sender, who finds the
   *                              lease of an earlier shot; receiver, as watched
   *   running    a RunningWaker  receiver, when the waker has returned: to none, or to leased if
   *                              somebody else has claimed the lease: volatile store
   *
   * The sender registers, and then reads the state; the receiver sets the state, and then claims:
   * all four are volatile, so one of them sees the other (Dekker). A sender that finds `running`
   * waits until it is over, as FutureTask.run waits while it is INTERRUPTING, or its owner could be
   * told of a shot that it has left behind. It never waits for a waker that it runs inside of.
   *
   * Stand-ins
   *
   * In checked mode the sender that a user has is no cell, but stands for one. Its state is a Loan,
   * for ever, which is none of the above; nobody but its user, and the loan, knows it. So is the
   * state of the request that stands for a pair's seat, a Seat.
   *
   * Errors
   *
   * What must happen after an exchange or a claim allocates nothing and calls nothing that has not
   * been called before; allocations come first, and where somebody waits the stack is probed. See
   * Headroom and Startup.
   *
   * The three fields are in PaddedSender and UnpaddedSender, for only where they lie differs. Only
   * this class calls their accessors; who waits may load the state as well. A generated class
   * reaches them through a final class of its own, so the just-in-time compiler sees no virtual
   * call.
   */

  /** In {@link #sequence()}: somebody has seen that the receiver abandoned this cell. */
  private static final long SEEN_ABANDONED = Long.MIN_VALUE;

  Cell() {}

  // Access to the fields, each named by its access mode.

  abstract @Nullable Object state();

  abstract @Nullable Object stateAcquire();

  abstract @Nullable Object stateVolatile();

  abstract void setStateRelease(@Nullable Object state);

  abstract boolean compareAndSetState(@Nullable Object expected, @Nullable Object state);

  abstract @Nullable Object getAndSetState(@Nullable Object state);

  abstract long sequencePlain();

  abstract long sequenceOpaque();

  abstract long sequenceAcquire();

  abstract void setSequenceOpaque(long sequence);

  abstract void setSequenceRelease(long sequence);

  abstract @Nullable Waker abandonWaker();

  abstract @Nullable Waker abandonWakerVolatile();

  abstract void setAbandonWakerVolatile(@Nullable Waker waker);

  abstract boolean compareAndSetAbandonWaker(@Nullable Waker expected, @Nullable Waker waker);

  /**
   * Releases the references in the payload. Called by whichever half owns the payload, and always
   * before the next shot.
   */
  protected void clear() {}

  // The number of a request that stands for a seat; the server's own.

  /** The number of the question that the server has left to others; 0 if there is none. */
  final long passed() {
    return sequencePlain();
  }

  final void setPassed(long shot) {
    setSequenceOpaque(shot);
  }

  // What a state is.

  final boolean isLive(@Nullable Object state) {
    return state == null || (state != this && !(state instanceof Sentinel));
  }

  static boolean isFinal(@Nullable Object state) {
    return state instanceof Sentinel sentinel && sentinel.isFinal();
  }

  /** Whether a state that was read is an outcome not taken. Of use to the receiver only. */
  final boolean isOutcome(@Nullable Object state) {
    return state == this ? isOdd() : state instanceof Sentinel sentinel && sentinel.isOutcome();
  }

  /** Whether a state that was read is a value not taken. Of use to the receiver only. */
  final boolean isValue(@Nullable Object state) {
    return state == this && isOdd();
  }

  static @Nullable Throwable failureOf(@Nullable Object state) {
    return state instanceof Sentinel sentinel ? sentinel.failure() : null;
  }

  private boolean isOdd() {
    return (sequencePlain() & 1) != 0;
  }

  /** The number of the shot; whoever may be late compares it. */
  final long sequence() {
    return sequenceOpaque() & ~SEEN_ABANDONED;
  }

  /** Whether the given shot is open still, and its outcome to come. */
  final boolean isLiveShot(long shot) {
    // A live state of a later shot brings that shot's number with it: hence the state first.
    return isLive(stateAcquire()) && sequence() == shot;
  }

  /** Whether the given shot, and no later one, is what the receiver has abandoned. */
  final boolean isAbandonedShot(long shot) {
    return hasBeenAbandoned() && sequence() == shot; // in this order, as above
  }

  /** Whether the receiver abandoned this cell. Once true, it stays so for every thread. */
  final boolean hasBeenAbandoned() {
    if (isFinal(stateAcquire())) {
      setSequenceRelease(sequenceOpaque() | SEEN_ABANDONED);
      return true;
    }
    return sequenceAcquire() < 0; // covered by a sender that publishes in vain
  }

  /**
   * Whether the payload holds a message to read: one taken, until the next shot is armed, or one
   * still waiting. Of use to the receiver only.
   */
  final boolean holdsMessage() {
    long sequence = sequenceOpaque();
    return sequence >= 0 && ((sequence & 1) == 0 || stateAcquire() == this);
  }

  /** What users call it. */
  final String noun() {
    return this instanceof MultiShotRequest ? "request" : "sender";
  }

  /** What to do instead of using one that is consumed. */
  final String howToGoOn() {
    return this instanceof MultiShotRequest
        ? "a question has one answer; the caller asks the next"
        : "one shot has one outcome; arm the next with Receiver.sender()";
  }

  /** Names a state without calling user code. */
  final String describe(@Nullable Object state) {
    if (state == null) {
      return "armed";
    }
    if (state == this) {
      return isOdd() ? "value" : "taken";
    }
    if (state instanceof Sentinel) {
      return state.toString();
    }
    return "awaited by "
        + (state instanceof ShotWaker waker ? waker.describe() : UserCode.identity(state));
  }

  // Transitions of the receiver.

  /** Begins a channel's first cell, or the one after the cell {@code before}. */
  final void follow(Cell before) {
    setSequenceOpaque(before.sequence() + 2);
  }

  /** Opens the next shot. */
  final void arm() {
    prepare();
    open();
  }

  /** Readies the cell for the next shot. */
  final void prepare() {
    setSequenceOpaque((sequencePlain() + 1) | 1); // the next odd one, from an even or an odd one
    clear();
  }

  /** Opens the shot that is prepared, for a sender that is handed over. */
  final void open() {
    setStateRelease(null);
  }

  /**
   * Readies the cell for a question, which is written next. The last answer, if it is there still,
   * is over before it is overwritten; and the next number comes when the question is opened, or the
   * stack's end in between would make it pass for an answer.
   */
  final void prepareQuestion() {
    if (isValue(state())) {
      take();
    }
    clear();
  }

  /** Opens the question that was written, for a request that is handed over. */
  final void openQuestion() {
    setSequenceOpaque((sequencePlain() + 1) | 1);
    open();
  }

  /**
   * Opens the question, for a server that looks for it, and may wait: see Seat.
   *
   * @param isPrepared whether the shot has its number: in checked mode
   */
  final void ask(boolean isPrepared) {
    if (!isPrepared) {
      setSequenceOpaque((sequencePlain() + 1) | 1);
    }
    getAndSetState(null);
  }

  /** Disconnects the question that nobody will serve, unless the other half has: both may. */
  final void disconnectUnserved() {
    Object seen = stateVolatile();
    while (isLive(seen)) {
      long shot = sequence(); // after the state, which brings it
      if (compareAndSetState(seen, Sentinel.DISCONNECTED)) {
        if (seen != null) {
          wake(seen, shot);
        }
        return;
      }
      seen = stateVolatile();
    }
  }

  /**
   * Makes {@code waiter} the one to be woken.
   *
   * @param seen the live state that was read last
   * @return {@code waiter}, or the outcome if that came first
   * @throws IllegalStateException if somebody else waits who must not be replaced
   */
  final @Nullable Object register(@Nullable Object seen, Object waiter) {
    if (seen instanceof Thread && seen != waiter) {
      throw secondWaiter(seen);
    }
    requireNoCallback(seen);
    if (compareAndSetState(seen, waiter)) {
      return waiter;
    }
    Object now = stateVolatile();
    if (isLive(now)) {
      throw secondWaiter(now); // only a second thread can have put it there
    }
    return now;
  }

  /** What is registered in a handler's or a future's place would share the receiver with it. */
  static void requireNoCallback(@Nullable Object seen) {
    if (seen instanceof ShotWaker waker && waker.ownsReceiver()) {
      throw new IllegalStateException(
          "a handler waits for this shot: call withdraw() before waiting in another way");
    }
  }

  private static IllegalStateException secondWaiter(@Nullable Object first) {
    return new IllegalStateException(
        "already awaited by "
            + (first == null ? "nobody" : UserCode.identity(first))
            + ": a receiver has one owner at a time");
  }

  /** For the owner. Returns {@code null}, or the outcome if that came first. */
  final @Nullable Object deregister(Object waiter) {
    return tryDeregister(waiter) ? null : stateVolatile();
  }

  /**
   * As {@link #deregister}, but for whoever has left the receiver to a handler as well: that may
   * have armed the next shot meanwhile, so that the state is {@code null} in any case.
   */
  final boolean tryDeregister(Object waiter) {
    return compareAndSetState(waiter, null);
  }

  /** Ends the shot: its value is taken. */
  final void take() {
    setSequenceOpaque(sequencePlain() + 1);
  }

  /** Ends the shot: its outcome is of no use. */
  final void discard() {
    setSequenceOpaque(sequencePlain() + 2); // stays odd: a discarded message cannot be viewed
    clear();
    setStateRelease(Sentinel.IDLE);
  }

  /**
   * Gives a live shot up: the cell is the sender's from then on.
   *
   * @param seen the live state that was read last
   * @return {@code false} if the outcome came first
   */
  final boolean abandon(@Nullable Object seen) {
    if (!compareAndSetState(seen, Sentinel.ABANDONED)) {
      return false;
    }
    setSequenceRelease(sequenceOpaque() | SEEN_ABANDONED); // no view reads it any more
    return true;
  }

  /** Makes this sender one that stands for the cell of a loan, or for a seat, and is no cell. */
  final void standFor(Object standing) {
    setStateRelease(standing);
  }

  /** Closes the cell, in which no shot is live: none is armed again. */
  final void retire() {
    setSequenceOpaque((sequencePlain() + 2) | 1); // outdates a view of the last message
    clear();
    setStateRelease(Sentinel.RETIRED);
  }

  /**
   * Runs what the sender wanted to have run when it is abandoned. Called once, after {@link
   * #abandon}.
   */
  final void runAbandonWaker(RunningWaker running) {
    running.begin();
    Waker waker = abandonWakerVolatile();
    if (waker == null || !compareAndSetAbandonWaker(waker, running)) {
      return; // the sender took it back, or replaced it and runs it itself
    }
    try {
      UserCode.wake(waker);
    } finally {
      // A lease that its source has claimed tells close() still that the shot is the source's.
      boolean isKept = waker instanceof SourceLease lease && !lease.isClaimedByCurrentThread();
      setAbandonWakerVolatile(isKept ? waker : null);
    }
  }

  // Transitions of the sender.

  /**
   * Begins to end the shot, before the payload is written.
   *
   * @return {@code false} if the receiver has abandoned the shot; this sender is consumed, then
   * @throws IllegalStateException if this sender is consumed
   * @throws StackOverflowError if there is no room to wake whoever waits; nothing has changed then
   */
  final boolean tryBegin() {
    Object seen = state(); // plain: the hand-over of this reference made the arming visible
    return (seen == null && abandonWaker() == null) || tryBegin(seen);
  }

  private boolean tryBegin(@Nullable Object seen) {
    requireLive(seen);
    Headroom.probe(sequenceOpaque() >> 1);
    takeBackAbandonWaker();
    if (seen == Sentinel.ABANDONED) {
      consume();
      return false;
    }
    return true;
  }

  /**
   * Ends the shot and wakes whoever waits. It is the last to touch the cell.
   *
   * @return {@code false} if the receiver abandoned the shot meanwhile
   */
  final boolean publish(Object outcome) {
    long shot = sequenceOpaque(); // before the exchange, after which the receiver goes on
    Object seen = getAndSetState(outcome);
    return seen == null || finish(seen, shot);
  }

  private boolean finish(Object seen, long shot) {
    if (seen == Sentinel.ABANDONED) {
      takeBackAbandonWaker(); // tryBegin() saw none, perhaps for it had run: what it did comes
      // first
      clear();
      setStateRelease(Sentinel.RETIRED);
      return false;
    }
    if (!isLive(seen)) {
      throw new IllegalStateException(
          "two threads used one sender at once: a sender has one owner at a time");
    }
    wake(seen, shot);
    return true;
  }

  /** Wakes whoever waited for the given shot, which is over. */
  static void wake(Object waiter, long shot) {
    try {
      if (waiter instanceof Thread thread) {
        LockSupport.unpark(thread);
      } else if (waiter instanceof ShotWaker waker) {
        waker.wake(shot);
      } else {
        ((Waker) waiter).wake();
      }
    } catch (Throwable thrown) { // the shot is over: what is wrong is not the sender's
      UserCode.dispatchUncaught(thrown);
    }
  }

  /**
   * The newest state, for a sender who is perhaps late: what it replaces by itself is no older one,
   * as that which a load returns may be.
   */
  final @Nullable Object stateNow() {
    while (true) {
      Object seen = stateVolatile();
      if (compareAndSetState(seen, seen)) {
        return seen;
      }
    }
  }

  /** Consumes the sender of an abandoned shot; the question of a call is in the payload still. */
  final void consume() {
    clear();
    // Not a store: that it is abandoned was read plainly, and whoever sees RETIRED shall see all
    // that the receiver did before.
    getAndSetState(Sentinel.RETIRED);
  }

  /**
   * Registers what is to run on abandonment, in place of what is registered.
   *
   * @return {@code false} if the shot is abandoned, and nobody else will run it
   */
  final boolean watch(Waker waker) {
    while (true) {
      Waker registered = abandonWakerVolatile();
      if (registered instanceof RunningWaker running) {
        awaitRun(running);
        return false;
      }
      if (replaceWatcher(registered, waker)) {
        return !isAbandonedUnseen(waker);
      }
    }
  }

  /** What is to run on abandonment; it may be the lease of an earlier shot. */
  final @Nullable Waker watcher() {
    return abandonWakerVolatile();
  }

  /**
   * Replaces what is to run on abandonment.
   *
   * @return {@code false} if the receiver has claimed {@code registered}
   */
  final boolean replaceWatcher(@Nullable Waker registered, @Nullable Waker waker) {
    return !(registered instanceof RunningWaker) && compareAndSetAbandonWaker(registered, waker);
  }

  /** Whether the shot is abandoned, and the receiver has not found what was just registered. */
  final boolean isAbandonedUnseen(Waker registered) {
    return isFinal(stateVolatile()) && takeBack(registered);
  }

  /** Returns whether {@code waker} was registered still: whoever takes it back decides for it. */
  final boolean takeBack(Waker waker) {
    return compareAndSetAbandonWaker(waker, null);
  }

  /**
   * Has the abandon waker not run any more; waits until it is over if it is being run, and is
   * ordered behind it if it was.
   */
  final void takeBackAbandonWaker() {
    Waker registered = abandonWakerVolatile();
    while (registered != null) {
      if (registered instanceof RunningWaker running) {
        awaitRun(running);
        return;
      }
      boolean isKept =
          registered instanceof SourceLease lease
              && lease.isClaimedByCurrentThread()
              && lease.isCurrent();
      if (isKept || takeBack(registered)) {
        return;
      }
      registered = abandonWakerVolatile();
    }
  }

  /**
   * As {@link #watcher}, but waits first if it is being run: a claimed lease is back after that.
   */
  final @Nullable Waker watcherAfterRun() {
    Waker registered = abandonWakerVolatile();
    if (registered instanceof RunningWaker running) {
      awaitRun(running);
      registered = abandonWakerVolatile();
    }
    return registered;
  }

  /** Waits until the abandon waker is over, if it is being run. */
  final void awaitAbandonWaker() {
    if (abandonWakerVolatile() instanceof RunningWaker running) {
      awaitRun(running);
    }
  }

  private void awaitRun(RunningWaker running) {
    while (abandonWakerVolatile() == running && !running.isByCurrentThread()) {
      Pause.brieflyForAnother();
    }
  }

  /**
   * Checks that this sender can end the shot.
   *
   * @param seen the state, read plainly
   */
  final void requireLive(@Nullable Object seen) {
    if (abandonWaker() instanceof SourceLease lease
        && lease.isCurrent()
        && !lease.isClaimedByCurrentThread()) {
      throw new IllegalStateException(
          "this " + noun() + " is consumed: sendFrom() has left the shot to a future");
    }
    if (isLive(seen) || seen == Sentinel.ABANDONED) {
      return;
    }
    String use =
        seen == this
            ? (this instanceof MultiShotRequest ? "is answered" : "has sent")
            : seen == Sentinel.DISCONNECTED ? "is closed" : "is consumed (" + seen + ")";
    throw new IllegalStateException("this " + noun() + " " + use + ": " + howToGoOn());
  }
}
