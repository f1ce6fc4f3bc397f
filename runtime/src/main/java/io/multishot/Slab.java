package io.multishot;

import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of one-shot reply slots, whose shots have names that can travel: what every generated
 * slab is. It does what a {@code ConcurrentHashMap<Long, CompletableFuture<Reply>>} of pending
 * requests does, in flat arrays.
 *
 * <p>To {@linkplain #tryAcquire acquire} a slot opens a shot and returns its id, a positive number
 * that can go over a wire as correlation id. Whoever has the id may end the shot, once: by the
 * generated {@code send}, by {@link #fail} or {@link #disconnect}. Its owner, who acquired it,
 * waits for the outcome and takes it, or {@linkplain #abandon abandons} the shot; that gives the
 * slot back. The ids of a slab are independent of one another, and each has one owner at a time.
 *
 * <p>An id that is late, or comes twice, or was never given out, ends nothing: {@code send} returns
 * {@code false}. A name never comes again. A slot has 2<sup>b-1</sup> of them at least, where b is
 * how many bits an id has beyond those that number the slots, 44 at most; one that has used them up
 * is not used any more.
 *
 * <p>After its shot was taken, received or abandoned, an id names nothing: {@code take}, {@code
 * receive}, {@link #onReceive onReceive} and {@link #toFuture} throw, and {@link #await(long)} and
 * {@link #poll(long)} return {@link Poll#UNKNOWN}. The same goes for what a handler or a future has
 * had. In checked mode, for tests, the exception tells where the shot was acquired and where it
 * ended, or that this slab never gave out the id; see {@link MultiShots}. The compiler, with the
 * processor's jar on its path, warns of what is wrong on every path.
 *
 * <p>A sender that stops in the middle, between claiming a shot and ending it, holds up no other
 * shot; its own can be abandoned meanwhile. All operations but the blocking ones are lock-free,
 * with one exception: to register a waker, handler or future waits for another thread where that is
 * just ending the shot and 32 767 were registered since it began; or where it is just registering
 * or withdrawing one for an earlier shot of the slot, which has been abandoned meanwhile. Nothing
 * is allocated but by {@code open}, futures, exceptions, {@code expire}, and, once for each slot,
 * by handlers with an executor; a fork-join worker that parks allocates as well.
 *
 * <p>Memory consistency effects: actions in a thread before it ends a shot <i>happen-before</i>
 * actions that follow any method here that has shown the outcome. Actions before acquiring
 * <i>happen-before</i> actions that follow a call that has ended the shot, even if the id came
 * there by a race or over a wire.
 *
 * @param <V> what a shot carries; the box of a primitive
 * @param <H> the slab's handler
 */
public abstract non-sealed class Slab<V extends @Nullable Object, H extends SlabHandler>
    extends SlotTable implements AutoCloseable {

  /** What {@link #tryAcquire} returns if no slot is free: no shot has this id. */
  public static final long NONE = NO_ID;

  /** The spin estimate; see {@link Spinning}. Written by many, each with a guess of its own. */
  int spins;

  /**
   * Makes a slab with all slots free.
   *
   * @param capacity how many slots
   * @param seed where the ids begin
   * @param idBits how many bits an id has at most
   * @param hasDeadlines whether a shot may have a deadline
   * @param isPadded whether a slot lies on cache lines of its own
   * @param primitives how many primitive parts a payload has
   * @param references how many references it has
   * @throws IllegalArgumentException if there are too many slots, or none
   */
  protected Slab(
      int capacity,
      long seed,
      int idBits,
      boolean hasDeadlines,
      boolean isPadded,
      int primitives,
      int references) {
    super(capacity, seed, new SlabLayout(idBits, hasDeadlines, isPadded, primitives, references));
    Startup.ensureForSlabs();
  }

  /**
   * A seed for {@code open}: another one each time, so that names of an earlier slab mean nothing.
   */
  protected static long anySeed() {
    return randomSeed();
  }

  /** How it waits; always the same. */
  protected WaitPolicy waitPolicy() {
    return WaitPolicy.SPIN_THEN_PARK;
  }

  // Opening a shot.

  /**
   * Opens a shot in a slot that is free.
   *
   * <p>It looks at each slot once, at most. Where all of a million are in use that takes some
   * milliseconds, each time; and one that others free meanwhile may go unseen.
   *
   * @return its id, or {@link #NONE} if no slot was found free, or the slab is closed
   */
  @CheckReturnValue
  public final @SlabId long tryAcquire() {
    return acquired(false, 0);
  }

  /**
   * Opens a shot in a slot that is free, as {@link #tryAcquire} does.
   *
   * @return its id
   * @throws RejectedExecutionException if no slot was found free, or the slab is closed
   */
  @CheckReturnValue
  public final @SlabId long acquire() {
    long id = acquired(false, 0);
    if (id == NONE) {
      throw noneAcquired();
    }
    return id;
  }

  /** Opens a shot that {@link #expireOverdue} may end; {@link #NONE} if that cannot be. */
  protected final long tryAcquireUntil(long deadline) {
    return acquired(true, deadline);
  }

  /** As {@link #tryAcquireUntil}, but throws if that cannot be. */
  protected final long acquireUntil(long deadline) {
    long id = acquired(true, deadline);
    if (id == NONE) {
      throw noneAcquired();
    }
    return id;
  }

  private long acquired(boolean isTimed, long deadline) {
    return CheckedMode.ON
        ? SlabChecks.acquire(this, isTimed, deadline)
        : acquireSlot(isTimed, deadline);
  }

  /**
   * To be thrown. An id that was acquired passes through no call, which might overflow the stack.
   */
  private RejectedExecutionException noneAcquired() {
    return new RejectedExecutionException(
        isClosed() ? "this slab is closed" : "all " + capacity + " slots of this slab are in use");
  }

  // Ending it. The generated subclass adds send.

  /**
   * Ends a shot with a failure.
   *
   * @return whether it did; {@code false} if no such shot is open
   */
  public final boolean fail(@SlabId long id, Throwable failure) {
    return endOrCount(id, Objects.requireNonNull(failure, "failure"));
  }

  /**
   * Ends a shot without a value or a failure: whoever receives it gets a {@link
   * DisconnectedException}.
   *
   * @return whether it did; {@code false} if no such shot is open
   */
  public final boolean disconnect(@SlabId long id) {
    return endOrCount(id, null);
  }

  /** Ends a shot with a failure, or without one; and counts those that come for nobody. */
  final boolean endOrCount(long id, @Nullable Throwable failure) {
    boolean isEnded = end(id, failure);
    if (!isEnded) {
      countLate(id);
    }
    return isEnded;
  }

  /**
   * Fails all shots that are open. One that is acquired while this goes on may be failed or not.
   *
   * @return how many
   */
  public final int failAll(Throwable failure) {
    return endAll(Objects.requireNonNull(failure, "failure"));
  }

  /**
   * Leaves a shot to a future: its result is sent, and the shot fails if the future fails or is
   * cancelled, or its result cannot be sent. Whoever else ends the shot before wins. Allocates.
   */
  public final void sendFrom(@SlabId long id, CompletionStage<? extends V> source) {
    SlotSource<V> calledBack = new SlotSource<>(this, id);
    Headroom.probeForSource(turn(id)); // what is thrown in it comes to nobody
    source.whenComplete(calledBack);
  }

  // Looking.

  /** Tells whether there is an outcome. Registers nothing. */
  public final Poll poll(@SlabId long id) {
    return pollOf(word(id), id);
  }

  /**
   * Tells whether there is an outcome, and if there is none has {@code waker} run when it comes, or
   * when somebody abandons the shot: once, on that thread. Replaces a waker that is registered.
   *
   * @return the outcome's kind; the waker is registered if, and only if, it is {@link Poll#PENDING}
   * @throws IllegalStateException if another thread is blocked for this shot, or a handler or a
   *     future waits for it: call {@link #withdraw} first
   * @throws IllegalArgumentException if the waker is a {@link Thread}
   */
  public final Poll poll(@SlabId long id, Waker waker) {
    MultiShotReceiver.requireNoThread(waker);
    long word = word(id);
    return pollOf(isPending(word, id) ? register(id, waker) : word, id);
  }

  /** The failure that a shot ended with, without taking it; {@code null} if there is none. */
  @CheckReturnValue
  public final @Nullable Throwable failure(@SlabId long id) {
    long word = word(id);
    if (!isOf(word, id) || phaseOf(word) != FAILED) {
      return null;
    }
    Object failure = reference(slot(id), 0);
    VarHandle.acquireFence(); // somebody else may abandon the shot meanwhile: then it is another's
    return isOf(wordNow(id), id) ? (Throwable) failure : null;
  }

  /**
   * Waits until there is an outcome, and leaves it to be taken.
   *
   * @return the outcome's kind; {@link Poll#UNKNOWN} if there is no such shot, or it was abandoned
   *     meanwhile
   * @throws InterruptedException if the thread is interrupted and there is no outcome yet; the shot
   *     stays open
   * @throws IllegalStateException if a handler or a future waits for this shot, or another thread
   */
  public final Poll await(@SlabId long id) throws InterruptedException {
    return awaited(SlotBlocking.await(this, id, Long.MAX_VALUE), id);
  }

  /**
   * As {@link #await(long)}, but waits at most for the given time.
   *
   * @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for ever
   * @return the outcome's kind, or {@link Poll#PENDING} if the time is up; the shot stays open then
   */
  public final Poll await(@SlabId long id, long timeout, TimeUnit unit)
      throws InterruptedException {
    return awaited(SlotBlocking.await(this, id, unit.toNanos(timeout)), id);
  }

  private Poll awaited(long word, long id) {
    Poll poll = pollOf(word, id);
    if (CheckedMode.ON && poll == Poll.UNKNOWN) {
      SlabChecks.unknown(this, id); // reports it; to wait for what is over is no error
    }
    return poll;
  }

  // Handing the outcome on.

  /**
   * Registers a handler of a shot's outcome. It runs once, when its slot is free again: on the
   * thread that ends the shot, or on this thread if there is an outcome already.
   *
   * @throws IllegalStateException if there is no such shot, or a handler, a future or a thread
   *     waits for it
   */
  public final void onReceive(@SlabId long id, H handler) {
    Objects.requireNonNull(handler, "handler");
    boolean isAmbiguous = handler instanceof Waker || (Object) handler instanceof Thread;
    leaveTo(id, isAmbiguous ? new PlainHandler(handler) : handler);
  }

  /**
   * As {@link #onReceive(long, SlabHandler)}, but {@code executor} runs the handler. The slot is
   * free when it does.
   */
  public final void onReceive(@SlabId long id, H handler, Executor executor) {
    Objects.requireNonNull(handler, "handler");
    Objects.requireNonNull(executor, "executor");
    requireKnown(word(id), id);
    SlotTask task = prepared(id, handler, executor);
    try {
      leaveTo(id, task);
    } catch (Throwable refused) {
      task.clear();
      throw refused;
    }
  }

  /**
   * Returns a future of a shot's outcome, which owns the shot until then. To cancel it, or to
   * complete it in any other way, abandons the shot. Allocates.
   *
   * @throws IllegalStateException if there is no such shot, or a handler, a future or a thread
   *     waits for it
   */
  @CheckReturnValue
  public final CompletableFuture<V> toFuture(@SlabId long id) {
    SlabFuture<V> future = new SlabFuture<>(this, id);
    leaveTo(id, future);
    return future;
  }

  /**
   * Takes back the waker, handler or future that waits for an outcome, so that it is not run; a
   * future is cancelled, and the shot stays open.
   *
   * @return whether one was taken back; {@code false} if there was none, or it is being run
   */
  public final boolean withdraw(@SlabId long id) {
    while (true) {
      long word = word(id);
      if (!isPending(word, id) || !isAwaited(word)) {
        return false;
      }
      Object waiter = registered(id);
      if (waiter instanceof Thread) {
        return false;
      }
      Headroom.probeForFuture(turn(id)); // or it would be taken back, and a future not told
      if (waiter != null && tryDeregister(id, waiter)) {
        if (waiter instanceof SlotTask task) {
          task.clear();
        } else if (waiter instanceof SlabFuture<?> future) {
          future.cancelByOwner("withdrawn by the shot's owner");
        }
        return true;
      }
    }
  }

  /**
   * Gives a shot up: nobody can end it any more, and its slot is free, at once or when a sender
   * that is just ending it returns. An outcome not taken is discarded. Whoever waits is woken, and
   * finds the shot {@linkplain Poll#UNKNOWN unknown}; a handler is not run; a future is cancelled.
   *
   * @return {@code false} if there is no such shot, or its handler or future has its outcome
   */
  public final boolean abandon(@SlabId long id) {
    return abandon(id, null);
  }

  /** Refuses every acquire from now on, and ends all open shots as {@link #disconnect} does. */
  @Override
  public final void close() {
    if (close(Sentinel.DISCONNECTED)) {
      closed(null);
    }
  }

  /**
   * Refuses every acquire from now on, and fails all open shots. One that a sender is ending gets
   * that sender's outcome. Outcomes can be taken still. A second call does nothing.
   */
  public final void close(Throwable failure) {
    Objects.requireNonNull(failure, "failure");
    if (close((Object) failure)) {
      closed(failure);
    }
  }

  private void closed(@Nullable Throwable failure) {
    endAll(failure);
    if (CheckedMode.ON) {
      SlabChecks.close(this);
    }
  }

  // Counting.

  /** {@return how many slots there are} */
  public final int capacity() {
    return capacity;
  }

  /**
   * {@return how many slots are in use: acquired, and neither taken nor abandoned} It looks at each
   * slot, a thousand in about two microseconds; and others go on meanwhile.
   */
  public final int inFlight() {
    return used();
  }

  /** Tells of each shot that is open, in no order, while others go on. */
  public final void forEachPending(LongConsumer action) {
    Objects.requireNonNull(action, "action");
    for (long id = pendingFrom(0); id != NONE; id = pendingFrom(slot(id) + 1)) {
      action.accept(id);
    }
  }

  /** {@return how many outcomes came for a shot that was over: late, or doubled} */
  public final long lateReplies() {
    return late();
  }

  /** {@return how many outcomes came for a name that this slab has not given out} */
  public final long unknownReplies() {
    return unknown();
  }

  // What follows is for the generated subclass.

  /** Ends the shots whose deadline is over, at most so many; the next call goes on behind them. */
  protected final int expireOverdue(long now, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("the limit must be 0 or more, and is " + limit);
    }
    return expireShots(now, limit);
  }

  /**
   * Begins to end a shot, before the payload is written.
   *
   * @return the number of its slot; negative if the shot is not open
   */
  protected final int claim(long id) {
    int slot = claimShot(id);
    if (slot < 0) {
      countLate(id);
    }
    return slot;
  }

  /** Ends a claimed shot with the value that has been written. */
  protected final boolean publish(long id, int slot) {
    boolean isPublished = publishShot(slot, VALUE);
    if (!isPublished) {
      countLate(id);
    }
    return isPublished;
  }

  /**
   * Sends the result of a future.
   *
   * @throws Throwable if it cannot be sent; the shot is open still
   */
  protected abstract boolean sendResult(long id, V result) throws Throwable;

  /**
   * Returns {@code result}.
   *
   * @throws NullPointerException if it is {@code null}
   */
  protected static <T> T requireResult(@Nullable T result) {
    return Objects.requireNonNull(
        result, "the result of the future is null, and this slab carries no null");
  }

  /**
   * Claims a value that is there, to be read and then given back.
   *
   * @return what {@link #endTake} is to be told
   * @throws IllegalStateException if there is none
   */
  protected final long beginTake(long id) {
    if (CheckedMode.ON) {
      SlabChecks.requireAlone(this, id);
    }
    long word = word(id);
    requireKnown(word, id);
    if (phaseOf(word) != VALUE) {
      throw isLive(word)
          ? new IllegalStateException("no value yet: take() when poll() is READY, or receive()")
          : new IllegalStateException(
              "no value: the shot has failed or was disconnected", failure(id));
    }
    return claimed(id, word);
  }

  /** As {@link #beginTake}, but waits for the outcome, and ends the shot in any case. */
  protected final long beginReceive(long id) throws InterruptedException {
    long word = word(id);
    return claimed(id, isPending(word, id) ? awaitEnd(id, Long.MAX_VALUE) : word);
  }

  /** As {@link #beginReceive(long)}, but an interrupt waits until it returns. */
  protected final long beginReceiveUninterruptibly(long id) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return claimed(id, SlotBlocking.await(this, id, Long.MAX_VALUE));
        } catch (InterruptedException e) {
          interrupted = true; // and cleared, or the next park would return at once, and the next
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** As {@link #beginReceive(long)}, but at most for the given time. */
  protected final long beginReceive(long id, long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    long nanos = unit.toNanos(timeout);
    long word = word(id);
    if (isPending(word, id)) {
      word = awaitEnd(id, nanos);
      if (isPending(word, id)) {
        throw new TimeoutException("no outcome within " + timeout + " " + unit);
      }
    }
    return claimed(id, word);
  }

  /** Gives back the slot whose value has been read. */
  protected final void endTake(long id, long begun) {
    if (!giveBack(slot(id), begun)) {
      throw secondOwner(id);
    }
    if (CheckedMode.ON) {
      SlabChecks.end(this, id, KnownShot.TAKEN);
    }
  }

  /** The slot of a shot that is there. */
  protected final int slotAt(long id) {
    return slot(id);
  }

  /** Reads a primitive part. */
  protected final long bits(int slot, int part) {
    return primitive(slot, part);
  }

  /** Writes a primitive part. */
  protected final void setBits(int slot, int part, long bits) {
    setPrimitive(slot, part, bits);
  }

  /** Reads a primitive part that is a {@code float}. */
  protected final float floatAt(int slot, int part) {
    return Float.intBitsToFloat((int) primitive(slot, part));
  }

  /** Writes a primitive part that is a {@code float}: bit for bit. */
  protected final void setFloat(int slot, int part, float value) {
    setPrimitive(slot, part, Float.floatToRawIntBits(value));
  }

  /** Reads a primitive part that is a {@code double}. */
  protected final double doubleAt(int slot, int part) {
    return Double.longBitsToDouble(primitive(slot, part));
  }

  /** Writes a primitive part that is a {@code double}: bit for bit. */
  protected final void setDouble(int slot, int part, double value) {
    setPrimitive(slot, part, Double.doubleToRawLongBits(value));
  }

  /** Reads a reference part. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  protected final <T extends @Nullable Object> T part(int slot, int part) {
    return (T) reference(slot, part);
  }

  /** Writes a reference part. */
  protected final void setPart(int slot, int part, @Nullable Object value) {
    setReference(slot, part, value);
  }

  /** The reference that a copy of a message holds before it is filled. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  protected static <T extends @Nullable Object> T none() {
    return null;
  }

  /** Gives back a slot whose value has been read for a handler or a future. */
  protected final void release(int slot) {
    freeTaken(slot);
  }

  /** Reads the value, calls {@link #release}, and hands the value to the handler. */
  protected abstract void deliverValue(H handler, long id, int slot);

  /** Reads the value, calls {@link #release}, and returns the value. */
  protected abstract @Nullable V valueOf(int slot);

  // What follows is for the runtime.

  final boolean isPending(long word, long id) {
    return isOf(word, id) && isLive(word);
  }

  /** The word of a shot that a thread may wait for; a waker that is registered is taken back. */
  final long requireWaitable(long id) {
    long word = word(id);
    while (isPending(word, id) && isAwaited(word)) {
      Object waiter = registered(id);
      word = wordNow(id);
      if (waiter == null || !isPending(word, id) || !isAwaited(word)) {
        continue; // null: it has been given up, and this word is out of date
      }
      if (!(waiter instanceof Waker)) {
        throw new IllegalStateException(
            waiter instanceof Thread
                ? "this shot is awaited already: an id has one owner at a time"
                : "a handler or a future waits for this shot: call withdraw() before");
      }
      tryDeregister(id, waiter);
      word = wordNow(id);
    }
    return word;
  }

  /** The slot is TAKEN by the calling thread. */
  @SuppressWarnings("unchecked")
  final void runCallback(Object callback, long id, int end) {
    int slot = slot(id);
    try {
      if (callback instanceof SlabFuture<?> future) {
        future.deliver(slot, end);
      } else {
        runHandler(
            (H) (callback instanceof PlainHandler plain ? plain.handler : callback), slot, id, end);
      }
    } catch (Throwable thrown) { // it harms neither the sender nor the next shot
      freeIfTaken(slot, id);
      UserCode.dispatchUncaught(thrown);
    }
  }

  /** Gives back a slot that a value was to be read from, if that threw before it did. */
  private void freeIfTaken(int slot, long id) {
    long word = wordNow(id);
    if (isOf(word, id) && phaseOf(word) == TAKEN) {
      freeTaken(slot);
    }
  }

  private void runHandler(H handler, int slot, long id, int end) {
    if (end == VALUE) {
      deliverValue(handler, id, slot);
    } else {
      handler.failed(id, takeFailure(slot, end));
    }
  }

  private Throwable takeFailure(int slot, int end) {
    Throwable failure = end == FAILED ? failureAt(slot) : null;
    freeTaken(slot);
    try {
      return failure == null ? disconnected() : failure;
    } catch (Throwable lacking) { // who waits is told in any case
      return lacking;
    }
  }

  /** For a future, whose slot is TAKEN by the calling thread. */
  final @Nullable V valueAt(int slot, long id, int end) throws Throwable {
    if (end != VALUE) {
      throw takeFailure(slot, end);
    }
    try {
      return valueOf(slot);
    } finally {
      freeIfTaken(slot, id);
    }
  }

  @Override
  final void deliverTo(@Nullable Object callback, long id, int end) {
    if (CheckedMode.ON) {
      SlabChecks.end(this, id, KnownShot.DELIVERED);
    }
    if (callback instanceof SlotTask task) {
      task.dispatch(end);
    } else if (callback != null) {
      Nesting.run(this, callback, id, end);
    }
  }

  @Override
  final void tellAbandoned(Object waiter, long id) {
    if (waiter instanceof SlotTask task) {
      task.clear();
    } else if (waiter instanceof SlabFuture<?> future) {
      future.cancelByOwner("the shot was abandoned");
    } else if (waiter instanceof Thread || waiter instanceof Waker) {
      Cell.wake(waiter, id);
    }
  }

  private void leaveTo(long id, Object callback) {
    if (CheckedMode.ON) {
      SlabChecks.leave(this, id);
    }
    while (true) {
      long word = word(id);
      requireKnown(word, id);
      if (isEnded(word)) {
        Headroom.probeForFuture(turn(id));
        if (takeAway(slot(id), word)) {
          deliverTo(callback, id, phaseOf(word));
          return;
        }
      } else if (isPending(register(id, callback), id)) {
        return;
      }
    }
  }

  private SlotTask prepared(long id, H handler, Executor executor) {
    int slot = slot(id);
    SlotTask task = task(slot);
    if (task == null || !task.tryPrepare(handler, executor, id)) {
      task = new SlotTask(this, slot);
      task.tryPrepare(handler, executor, id);
      setTask(slot, task);
    }
    return task;
  }

  /** Waits, and abandons the shot if no outcome comes first; live if the time is up. */
  private long awaitEnd(long id, long nanos) throws InterruptedException {
    long word;
    try {
      word = SlotBlocking.await(this, id, nanos);
    } catch (InterruptedException interrupted) {
      word = ended(id);
      if (isPending(word, id)) {
        throw interrupted;
      }
      Thread.currentThread().interrupt(); // the outcome came first
      return word;
    }
    return isPending(word, id) ? ended(id) : word;
  }

  /** Abandons a shot; but if its outcome has come first, returns the word that shows it. */
  private long ended(long id) {
    while (true) {
      long word = wordNow(id);
      if (!isPending(word, id) || abandonSeen(id, word)) {
        return word;
      }
    }
  }

  /** Claims a value; what is no value is thrown, and its slot given back. */
  private long claimed(long id, long word) {
    requireKnown(word, id);
    int slot = slot(id);
    if (phaseOf(word) == VALUE) {
      if (!claimOutcome(slot, word)) {
        throw secondOwner(id);
      }
      return word;
    }
    Throwable failure = failure(id);
    RuntimeException thrown = // if there is no memory for it, the outcome stays
        failure == null ? disconnected() : MultiShotReceiver.completionException(failure);
    if (!takeAway(slot, word)) {
      throw secondOwner(id);
    }
    if (CheckedMode.ON) {
      SlabChecks.end(this, id, KnownShot.TAKEN);
    }
    freeTaken(slot);
    throw thrown;
  }

  private void requireKnown(long word, long id) {
    if (!isOf(word, id) || !(isLive(word) || isEnded(word))) {
      throw CheckedMode.ON
          ? SlabChecks.unknown(this, id)
          : new IllegalStateException(
              "no such shot: "
                  + id
                  + " was taken, received, abandoned, or never acquired from this slab");
    }
  }

  private IllegalStateException secondOwner(long id) {
    return CheckedMode.ON
        ? SlabChecks.secondOwner(this, id)
        : new IllegalStateException(
            "two threads took one outcome at once: an id has one owner at a time");
  }

  private static DisconnectedException disconnected() {
    return new DisconnectedException("the shot ended without a value or a failure");
  }

  private Poll pollOf(long word, long id) {
    if (!isOf(word, id)) {
      return Poll.UNKNOWN;
    }
    return switch (phaseOf(word)) {
      case ARMED, WAITING, CLAIMED, CLAIMED_WAITING -> Poll.PENDING;
      case VALUE -> Poll.READY;
      case FAILED -> Poll.FAILED;
      case DISCONNECTED -> Poll.DISCONNECTED;
      default -> Poll.UNKNOWN;
    };
  }

  /** A handler that could be taken for a waker or a thread, if it lay beside the slot itself. */
  private static final class PlainHandler {
    private final SlabHandler handler;

    PlainHandler(SlabHandler handler) {
      this.handler = handler;
    }
  }
}
