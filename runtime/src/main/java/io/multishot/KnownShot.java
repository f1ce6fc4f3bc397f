package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** In checked mode: what is known of one shot of a slab. Production has no such object. */
final class KnownShot {

  /*
   * Who touches it
   *
   *   id, acquirer,            who acquires it, before others can find it; final after that
   *   acquiredAt, acquired
   *   inside                   the owner that waits: compare-and-set from null to enter, a plain
   *                            store of null to leave, which an overflow of the stack cannot
   *                            prevent: whoever comes next by a safe hand-over sees it
   *   left                     the owner, before a handler or a future can have the outcome
   *   ending                   who has won the transition of the slot's word that ended the shot:
   *                            one thread, after it, and before it tells others. Who finds the
   *                            shot over and no ending has come in between, and tells less
   *   before                   who acquires the next shot of the slot, before that is found; and
   *                            who acquires a later one, to forget the oldest. Plain: who reads
   *                            either finds it or not
   *
   * Nothing of this decides what becomes of the shot: that is the word's alone.
   */

  /** How a shot can have ended for its owner. */
  static final String TAKEN = "was taken";

  static final String GIVEN_UP = "was given up by a receive() that was interrupted or timed out";
  static final String ABANDONED = "was abandoned";
  static final String DELIVERED = "was left to a handler or a future, which has its outcome";

  private static final VarHandle INSIDE =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "inside", VarHandle.class, KnownShot.class, Thread.class)
          .withInvokeExactBehavior();

  /** How, by whom and where it ended. */
  static final class Ending {
    private final String how;
    private final Thread thread = Thread.currentThread();
    private final @Nullable Place place;

    private Ending(String how, @Nullable Place place) {
      this.how = how;
      this.place = place;
    }

    String how() {
      return how;
    }

    @Nullable Place place() {
      return place == null ? null : place.trimmed();
    }

    /** Whether whoever calls must know of it: others may abandon a shot at any time. */
    boolean isOwners() {
      return !how.equals(ABANDONED) || thread == Thread.currentThread();
    }
  }

  private final Thread acquirer = Thread.currentThread();
  private final long acquiredAt = System.nanoTime();
  private final @Nullable Place acquired;
  private long id;

  private @Nullable Thread inside;
  private volatile @Nullable Place left;
  private volatile @Nullable Ending ending;

  /** The shot that the slot had before. */
  @Nullable KnownShot before;

  /** For the shot of that number of its slab: not of each one is the place taken. */
  KnownShot(long number) {
    this.acquired = Checks.isPlaceTaken(number) ? new Place("acquired here", null) : null;
  }

  /** Called before others can find it. */
  void begin(long newId) {
    id = newId;
  }

  long id() {
    return id;
  }

  Thread acquirer() {
    return acquirer;
  }

  long acquiredAt() {
    return acquiredAt;
  }

  @Nullable Place acquired() {
    return acquired == null ? null : acquired.trimmed();
  }

  @Nullable Ending ending() {
    return ending;
  }

  /** The shot is over, by this thread. */
  void end(String how) {
    Place since = left;
    boolean isDelivered = how.equals(DELIVERED);
    Place place =
        acquired == null
            ? null
            : new Place("ended here", isDelivered && since != null ? since : acquired);
    ending = new Ending(how, place);
  }

  /** An executor has refused the handler: the outcome is the owner's again. */
  void undoEnd() {
    ending = null;
  }

  void leave() {
    left = acquired == null ? null : new Place("left to a handler or a future here", acquired);
  }

  // Who is inside.

  boolean isOutside() {
    return inside != Thread.currentThread();
  }

  /** The other thread that waits for this shot; {@code null} if there is none. */
  @Nullable Thread other() {
    Thread seen = (Thread) INSIDE.getOpaque(this);
    return seen == Thread.currentThread() ? null : seen;
  }

  /**
   * Has the owner wait, and is inside meanwhile.
   *
   * @throws IllegalStateException if another thread is
   */
  long await(Slab<?, ?> slab, long nanos) throws InterruptedException {
    Thread self = Thread.currentThread();
    Thread found = (Thread) INSIDE.compareAndExchange(this, (Thread) null, self);
    if (found != null) {
      throw SlabChecks.twoOwners(slab, this, found);
    }
    try {
      return SlotBlocking.await(slab, id, nanos);
    } finally {
      inside = null;
    }
  }
}
