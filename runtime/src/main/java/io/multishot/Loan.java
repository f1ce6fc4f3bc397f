package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * In checked mode: the right to end one shot, lent to a sender of its own. That sender is no cell,
 * but stands for one: its state is this loan, for ever, and no receiver knows it. So it can be told
 * from the sender of a later shot, and whether it is garbage.
 */
final class Loan extends WeakReference<MultiShotSender> {

  /*
   * Phases
   *
   *   OPEN     the sender can end the shot
   *   IN_USE   a thread is about to end it
   *   USED     the sender has ended the shot, or found it abandoned
   *   LEFT     sendFrom() has left the shot to a future; close() may take it back
   *   LOST     the sender was garbage: whoever noticed has failed the shot
   *
   * Transitions
   *
   *   from     to       by                                          how
   *   OPEN     IN_USE   user: send(), fail() or close() begins      compare-and-set
   *   IN_USE   OPEN     the same thread: it threw, and nothing      release store
   *                     has happened
   *   IN_USE   USED     the same thread: before the cell's own      release store
   *                     exchange, after which the next shot's
   *                     owner, or a handler on this thread, may
   *                     meet the sender
   *   OPEN     LEFT     user: sendFrom(), before the source sees    compare-and-set
   *                     the lease
   *   LEFT     OPEN     the same thread: the source has refused     release store
   *   OPEN     LOST     whoever takes it from the queue             compare-and-set
   *   LOST     OPEN     the same thread: it threw, and comes again  release store
   *
   * The cell is live, or abandoned, in OPEN and IN_USE: nobody else ends a live shot, and no other
   * sender is lent before it is over. The sender is kept alive until the first compare-and-set, or
   * the collector could have it lost while it is being used: reachabilityFence.
   *
   * For close(), which has nothing to do in a shot that is USED, or that the source of a LEFT one
   * has ended, a loan knows one thing more: whether the receiver has armed the next shot in the same
   * cell, which a late close() would end in production. An abandoned cell has no next shot.
   *
   * onAbandoned() and shot() need an OPEN loan, and change nothing: what they leave behind may use
   * the sender on another thread at once.
   */
  static final int OPEN = 0;

  static final int IN_USE = 1;
  static final int USED = 2;
  static final int LEFT = 3;
  static final int LOST = 4;

  private static final VarHandle PHASE =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "phase", VarHandle.class, Loan.class, int.class)
          .withInvokeExactBehavior();

  private static final VarHandle USE =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "use", VarHandle.class, Loan.class, Use.class)
          .withInvokeExactBehavior();

  /** How, by whom and where the sender was used first. */
  private static final class Use {
    private final String how;
    private final Thread thread = Thread.currentThread();
    private final @Nullable Place place;

    Use(String how, @Nullable Place place) {
      this.how = how;
      this.place = place;
    }
  }

  private final MultiShotSender cell;

  /** The cell's sequence number; see {@link #begin()}. */
  private long sequence;

  /** The number of the channel; see {@link OpenChannel#id}. */
  private final long channel;

  /** Which shot of its receiver, for people. */
  private final long number;

  private final Thread armer;
  private final long armedAt;
  private final @Nullable Place armed;

  /** Accessed through {@link #PHASE} only. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private int phase;

  /** Opaque: written by whoever has claimed the phase, and ordered by that. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Use use;

  /** Whether the receiver has armed the next shot without having abandoned this. Its own. */
  private volatile boolean isOver;

  /** The next one that could not be failed for want of memory; see {@link LostSenders}. */
  @Nullable Loan again;

  Loan(
      MultiShotSender sender,
      MultiShotSender cell,
      long channel,
      long number,
      long armedAt,
      @Nullable Place armed) {
    super(sender, LostSenders.QUEUE);
    this.cell = cell;
    this.channel = channel;
    this.number = number;
    this.armer = Thread.currentThread();
    this.armedAt = armedAt;
    this.armed = armed;
  }

  /** The cell is armed; called before others see the loan. */
  void begin() {
    sequence = cell.sequence();
  }

  /** The receiver is about to arm the next shot, and has not abandoned this one. */
  void end() {
    isOver = true;
  }

  MultiShotSender cell() {
    return cell;
  }

  long channel() {
    return channel;
  }

  long number() {
    return number;
  }

  Thread armer() {
    return armer;
  }

  long armedAt() {
    return armedAt;
  }

  @Nullable Place armed() {
    return armed == null ? null : armed.trimmed();
  }

  int phase() {
    return (int) PHASE.getAcquire(this);
  }

  /** Whether its shot is the one that is open in its cell. */
  boolean isLive() {
    return cell.isLiveShot(sequence);
  }

  /** Names the state of its shot, for {@code toString}; calls no user code. */
  String describe() {
    return cell.sequence() == sequence ? cell.describe(cell.stateVolatile()) : "consumed";
  }

  // By its user. Each operation is given the sender, to keep it alive.

  /**
   * Begins to end the shot.
   *
   * @return {@code false} if the receiver has abandoned it; the sender is consumed, then
   */
  boolean begin(MultiShotSender sender, String consumed) {
    Use newUse = new Use(consumed, takePlace("first used here"));
    Headroom.probe(number); // or the end of the stack could come before the exchange
    try {
      if (!PHASE.compareAndSet(this, OPEN, IN_USE) && !isMine(phase())) {
        throw consumed();
      }
    } finally {
      Reference.reachabilityFence(sender);
    }
    USE.setOpaque(this, newUse);
    boolean isLive;
    try {
      isLive = cell.tryBegin();
    } catch (Throwable thrown) {
      USE.setOpaque(this, (Use) null);
      PHASE.setRelease(this, OPEN);
      throw thrown;
    }
    if (!isLive) {
      PHASE.setRelease(this, USED);
    }
    return isLive;
  }

  /** Begins to serve a question; returns {@code false} if it was given up. */
  boolean beginServing(MultiShotSender sender) {
    requireOpen();
    return !isAbandoned() || begin(sender, "was found abandoned");
  }

  /** In IN_USE: ends the shot. */
  boolean publish(Object outcome) {
    PHASE.setRelease(this, USED);
    return cell.publish(outcome);
  }

  boolean fail(MultiShotSender sender, Throwable cause) {
    Sentinel failed = Sentinel.failing();
    failed.setFailure(cause);
    return begin(sender, "is consumed (failed)") && publish(failed);
  }

  void close(MultiShotSender sender) {
    if (isOver) {
      throw consumed();
    }
    int seen = phase();
    if (seen == LEFT) {
      closeLeft();
    } else if ((seen == OPEN || seen == IN_USE) && begin(sender, "is closed")) {
      publish(Sentinel.DISCONNECTED);
    }
  }

  /** Takes the shot back from the future that it was left to, unless that has ended it. */
  private void closeLeft() {
    if (!(cell.watcherAfterRun() instanceof SourceLease lease) || !lease.isOf(sequence)) {
      return; // it is over; the lease may be that of a later shot
    }
    Headroom.probeForFuture(number); // before the claim, or the shot would be nobody's
    if (!lease.claim()) {
      cell.awaitAbandonWaker();
      return;
    }
    try {
      cell.disconnect(cell.state());
    } finally {
      cell.takeBack(lease);
    }
  }

  void onAbandoned(MultiShotSender sender, Waker waker) {
    try {
      requireOpen();
      cell.onAbandoned(waker); // may run on another thread, and use the sender, from here on
    } finally {
      Reference.reachabilityFence(sender);
    }
  }

  void leaveTo(MultiShotSender sender, CompletionStage<?> source) {
    Use newUse =
        new Use(
            "is consumed: sendFrom() has left the shot to a future",
            takePlace("left to a future here"));
    Headroom.probeForFuture(number);
    if (!PHASE.compareAndSet(this, OPEN, LEFT)) {
      throw consumed();
    }
    USE.setOpaque(this, newUse);
    try {
      cell.leaveTo(source);
    } catch (Throwable refused) {
      USE.setOpaque(this, (Use) null);
      PHASE.setRelease(this, OPEN);
      throw refused;
    } finally {
      Reference.reachabilityFence(sender);
    }
  }

  /** The sequence number of the shot, which can be ended still. */
  long requireOpenShot() {
    requireOpen();
    return sequence;
  }

  boolean isAbandoned() {
    return cell.isAbandonedShot(sequence);
  }

  private void requireOpen() {
    int seen = phase();
    if (seen != OPEN && !isMine(seen)) {
      throw consumed();
    }
  }

  /** Whether a use of this thread has ended by an error before it came to the exchange. */
  private boolean isMine(int seen) {
    Use first = (Use) USE.getOpaque(this);
    return seen == IN_USE && first != null && first.thread == Thread.currentThread();
  }

  private @Nullable Place takePlace(String what) {
    return armed == null ? null : new Place(what, armed);
  }

  private IllegalStateException consumed() {
    boolean isInUse = phase() == IN_USE; // before the use, which it orders
    Use first = (Use) USE.getOpaque(this);
    Place place = first != null && first.place != null ? first.place : armed;
    String text =
        isInUse
            ? "two threads used one sender at once: a sender has one owner at a time"
            : "this "
                + cell.noun()
                + " "
                + (first == null ? "is consumed" : first.how)
                + ": "
                + cell.howToGoOn();
    IllegalStateException told =
        new IllegalStateException(
            text
                + ". It was lent for shot "
                + number
                + " of "
                + Reports.channelOf(cell)
                + (place == null ? Reports.HOW_TO_SEE_PLACES : "; see the causes for where"),
            place == null ? null : place.trimmed());
    Reports.report(
        new Misuse(
            isInUse ? Misuse.Kind.TWO_OWNERS : Misuse.Kind.SECOND_USE,
            Reports.channelOf(cell),
            this,
            Thread.currentThread(),
            told));
    return told;
  }

  // By whoever finds the sender garbage.

  /**
   * Fails the shot, unless it was ended.
   *
   * @return {@code false} if memory is lacking: it is to be tried again
   */
  boolean lose() {
    if (phase() != OPEN || !isLive()) {
      return true;
    }
    boolean isClaimed = false;
    try {
      String channel = Reports.channelOf(cell);
      LostSenderException lost = new LostSenderException(channel, number, armed());
      Sentinel failed = Sentinel.failing();
      failed.setFailure(lost);
      isClaimed = PHASE.compareAndSet(this, OPEN, LOST);
      if (isClaimed && cell.tryBegin()) {
        Reports.report(new Misuse(Misuse.Kind.LOST_SENDER, channel, this, armer, lost));
        cell.publish(failed);
      }
      return true;
    } catch (StackOverflowError | OutOfMemoryError lacking) {
      if (isClaimed) {
        PHASE.setRelease(this, OPEN);
      }
      return false;
    }
  }
}
