package io.multishot;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a stub asks: by which caller, how the request gets to whoever serves it, and for how long the
 * stub waits. For generated stubs, which implement the user's interface and so inherit nothing.
 *
 * @param <R> the request
 * @param <C> the caller
 */
public final class CallRoute<R extends MultiShotSender, C extends MultiShotCaller<R>> {

  private final C caller;
  private final @Nullable Consumer<? super R> route;
  private final long nanos;

  /** One for each thread; {@code null} if the stub has one owner. */
  private final @Nullable ThreadLocal<C> ofThreads;

  private CallRoute(
      C caller, @Nullable Consumer<? super R> route, long nanos, boolean isForAllThreads) {
    this.caller = caller;
    this.route = route;
    this.nanos = nanos;
    this.ofThreads = isForAllThreads ? new ThreadLocal<>() : null;
  }

  /**
   * For a stub of the owner of {@code caller}, whose server has a seat.
   *
   * @param timeout the most to wait; {@link Long#MAX_VALUE} nanoseconds are no limit
   */
  public static <R extends MultiShotSender, C extends MultiShotCaller<R>> CallRoute<R, C> ofSeat(
      C caller, long timeout, TimeUnit unit) {
    return new CallRoute<>(withSeat(caller), null, unit.toNanos(timeout), false);
  }

  /** As {@link #ofSeat}, where {@code route} hands the requests over. */
  public static <R extends MultiShotSender, C extends MultiShotCaller<R>> CallRoute<R, C> ofOwner(
      C caller, Consumer<? super R> route, long timeout, TimeUnit unit) {
    return new CallRoute<>(
        caller, Objects.requireNonNull(route, "route"), unit.toNanos(timeout), false);
  }

  /** As {@link #ofOwner}, for all threads, each of which has a caller of its own. */
  public static <R extends MultiShotSender, C extends MultiShotCaller<R>> CallRoute<R, C> ofAll(
      C first, Consumer<? super R> route, long timeout, TimeUnit unit) {
    return new CallRoute<>(
        first, Objects.requireNonNull(route, "route"), unit.toNanos(timeout), true);
  }

  private static <C extends MultiShotCaller<?>> C withSeat(C caller) {
    if (!caller.hasSeat()) {
      throw new IllegalStateException(
          "nobody serves this caller: call request() and have it served, or pass a route");
    }
    return caller;
  }

  /** Returns the caller to ask by; {@link #end} it. */
  public C begin() {
    ThreadLocal<C> local = ofThreads;
    if (local == null) {
      return caller;
    }
    C own = local.get();
    if (own == null) {
      own = another();
      local.set(own);
    } else if (own.isInUse) { // what serves this thread's question asks another one
      own = another();
    }
    own.isInUse = true;
    return own;
  }

  @SuppressWarnings("unchecked") // it makes one of its own kind
  private C another() {
    return (C) caller.newCaller();
  }

  /** Hands the request over, and waits for the answer, whatever interrupts come. */
  public void await(C asking, R request) {
    hand(asking, request);
    if (!asking.awaitAnswer(nanos)) {
      throw timedOut();
    }
  }

  /** Hands the request over, and waits for the answer. */
  public void awaitInterruptibly(C asking, R request) throws InterruptedException {
    hand(asking, request);
    if (!asking.awaitAnswerInterruptibly(nanos)) {
      throw timedOut();
    }
  }

  private void hand(C asking, R request) {
    if (route != null) {
      try {
        route.accept(request);
      } catch (Throwable refused) {
        asking.abandon();
        throw refused;
      }
    }
  }

  private CallTimeoutException timedOut() {
    return new CallTimeoutException(
        "no answer within " + TimeUnit.NANOSECONDS.toMicros(nanos) + " microseconds");
  }

  /** Ends what {@link #begin} has begun. */
  public void end(C asked) {
    if (asked.poll() != Poll.DISCONNECTED) {
      asked.abandon(); // an error has come between, and the next question is to be asked
    }
    ThreadLocal<C> local = ofThreads;
    if (local != null) {
      asked.isInUse = false;
      if (local.get() != asked) {
        asked.close();
      }
    }
  }

  /**
   * What a call has failed with, for those of its exceptions that a method declares. An interrupt
   * of the server's thread is none of the asking thread's, and stays wrapped.
   */
  public static Throwable causeOf(CompletionException failed) {
    Throwable cause = failed.getCause();
    return cause == null || cause instanceof InterruptedException ? failed : cause;
  }
}
