package io.multishot;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The asking half of a generated call: it asks a question, waits for the answer, takes it, and asks
 * the next. Question and answer lie in one cell, the request, which goes there and back.
 *
 * <p>The generated subclass adds a method {@code ask…} for each method of the declared interface,
 * which returns the request for the user to hand over, through a queue or in another safe way; and
 * {@code receive}, {@code take}, {@code peek}, {@code onReceive} and {@code toFuture} of the
 * answer. Where the methods have several types of results, these bear the methods' names: {@code
 * receivePrice}. All else is a receiver's, see {@link MultiShotReceiver}: {@code poll}, {@code
 * await}, groups, and {@code close}. To ask while a question is open is an {@link
 * IllegalStateException}: {@link #abandon()} it first.
 *
 * <p>A pair needs no queue: see {@link #request()}.
 *
 * <p>A caller has one owner at a time.
 *
 * <p>Memory consistency effects: actions in a thread before it asks <i>happen-before</i> actions
 * that follow {@code serve} or {@code awaitRequest} of that question, if the request was handed
 * over safely or the server has a seat; actions before the answer is sent <i>happen-before</i> what
 * follows its receipt.
 *
 * @param <R> the request
 */
public abstract class MultiShotCaller<R extends MultiShotSender> extends MultiShotReceiver {

  /** Where a server waits on the cell itself; the owner's. */
  private @Nullable Seat seat;

  /** Whether a stub has a question of this open; the owner's. */
  boolean isInUse;

  /** Makes a caller, with no question open. */
  protected MultiShotCaller() {}

  /**
   * Makes a caller, with no question open, for whose handlers and futures answers of a class are
   * made.
   *
   * @param made that class; see {@link TypedReceiver}
   */
  protected MultiShotCaller(Class<?> made) {
    super(made);
  }

  /** Makes another caller of the same kind. */
  protected abstract MultiShotCaller<R> newCaller();

  /** How the server of a pair waits; always the same. */
  protected WaitPolicy serverWaitPolicy() {
    return WaitPolicy.SPIN_THEN_PARK;
  }

  /**
   * Gives up the question that is open, so that the next can be asked: whoever serves it is told
   * that it is abandoned, and its answer has no effect. An answer that came first is discarded.
   * Allocates a request if the question was not answered.
   *
   * @return whether there was a question open, or an answer
   */
  public final boolean abandon() {
    boolean wasOpen = abandonShot();
    if (seat != null) {
      seat.forget();
    }
    return wasOpen;
  }

  /**
   * Returns the server's half of a pair: a request that each question of this caller shows itself
   * by, for a server that waits on the cell and needs no queue.
   *
   * <pre>{@code
   * PricingCall.Request seat = caller.request();
   * executor.submit(() -> {
   *   try {
   *     while (seat.awaitRequest()) { // false once the caller is closed
   *       seat.serve(book);
   *     }
   *   } finally {
   *     seat.close(); // nobody waits for a server that has gone
   *   }
   *   return null; // a Callable: awaitRequest() throws InterruptedException
   * });
   * }</pre>
   *
   * <p>From then on, what {@code ask…} returns is not to be handed over. The seat has one owner at
   * a time, the server; when it calls {@code close()}, the question that is open, and each that
   * follows, is disconnected. What it has left to others, who have the request, is theirs to
   * answer.
   *
   * @return the same object at each call
   * @throws IllegalStateException if a question is open, or this caller is closed
   */
  @SuppressWarnings("unchecked") // newCell() makes nothing else
  public final R request() {
    requireAlone();
    Seat made = seat;
    if (made == null) {
      MultiShotSender cell = cell();
      Object seen = cell.stateAcquire();
      if (cell.isLive(seen) || Cell.isFinal(seen)) {
        throw notArmed(cell, null);
      }
      Startup.ensureForSeats();
      made = new Seat(serverWaitPolicy(), newCell());
      seat = made;
    }
    return (R) made.handle();
  }

  /**
   * Readies the cell for a question, which is written next, and then {@link #open}ed.
   *
   * @param cell {@link #cell()}
   * @throws IllegalStateException if a question is open, or this caller is closed
   */
  protected final void prepare(MultiShotSender cell) {
    if (CheckedMode.ON) {
      checks().prepare();
      return;
    }
    Object seen = cell.stateAcquire();
    if (seen != cell && (cell.isLive(seen) || Cell.isFinal(seen))) {
      throw notArmed(cell, null);
    }
    cell.prepareQuestion();
  }

  /**
   * Opens the question that was written to the cell.
   *
   * @param cell {@link #cell()}
   * @return the request to hand over
   */
  protected final MultiShotSender open(MultiShotSender cell) {
    if (CheckedMode.ON) {
      return checks().open(seat);
    }
    Seat shown = seat;
    if (shown == null) {
      cell.openQuestion();
    } else {
      shown.ask(cell, cell);
    }
    return cell;
  }

  /** The exception for a method that takes the answer to another question than was asked. */
  protected static IllegalStateException otherAsked(String asked, String taken) {
    return new IllegalStateException(
        "the question was " + asked + "(), and this takes the answer to " + taken + "()");
  }

  final boolean hasSeat() {
    return seat != null;
  }

  @Override
  final void closed() {
    if (seat != null) {
      seat.close();
    }
  }

  /**
   * Waits until there is an answer, and leaves it to be taken; if the time is up, gives the
   * question up. An interrupt stays pending.
   *
   * @return whether there is one
   */
  final boolean awaitAnswer(long nanos) {
    boolean interrupted = false;
    boolean timed = nanos != Long.MAX_VALUE;
    long deadline = timed ? System.nanoTime() + nanos : 0L;
    long left = nanos;
    try {
      while (true) {
        try {
          if (await(left, TimeUnit.NANOSECONDS) != Poll.PENDING) {
            return true;
          }
          abandon();
          return false;
        } catch (InterruptedException e) {
          interrupted = true;
          left = timed ? deadline - System.nanoTime() : nanos;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** As {@link #awaitAnswer}, but an interrupt gives the question up, too. */
  final boolean awaitAnswerInterruptibly(long nanos) throws InterruptedException {
    try {
      if (await(nanos, TimeUnit.NANOSECONDS) != Poll.PENDING) {
        return true;
      }
    } catch (InterruptedException e) {
      abandon();
      throw e;
    }
    abandon();
    return false;
  }
}
