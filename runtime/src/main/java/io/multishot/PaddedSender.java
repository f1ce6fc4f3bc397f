package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated senders whose state and payload share no cache line with anything else. The
 * generated subclass adds the padding behind them.
 *
 * <p>But for its place in memory it is {@link UnpaddedSender} to the letter: a VarHandle reaches
 * the field of one class only. {@code TwinTest} fails if they differ.
 */
public abstract non-sealed class PaddedSender extends LeadingPadding {

  private static final VarHandle STATE =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "state", VarHandle.class, PaddedSender.class, Object.class)
          .withInvokeExactBehavior(); // an inexact call would silently be slow

  private static final VarHandle SEQUENCE =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "sequence", VarHandle.class, PaddedSender.class, long.class)
          .withInvokeExactBehavior();

  private static final VarHandle ABANDON_WAKER =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(),
              "abandonWaker",
              VarHandle.class,
              PaddedSender.class,
              Waker.class)
          .withInvokeExactBehavior();

  /** Accessed through {@link #STATE} only, in the mode that each method's name tells. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Object state = Sentinel.IDLE;

  /**
   * Written by the receiver, and ordered by its writes of the state; opaque, for a sender that is
   * late may read it at the same time. Its sign bit: release and acquire.
   */
  private long sequence;

  /** Accessed through {@link #ABANDON_WAKER} only, in the mode that each method's name tells. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Waker abandonWaker;

  /** Makes an idle sender, with no shot open. */
  protected PaddedSender() {}

  @Override
  final @Nullable Object state() {
    return (Object) STATE.get(this);
  }

  @Override
  final @Nullable Object stateAcquire() {
    return (Object) STATE.getAcquire(this);
  }

  @Override
  final @Nullable Object stateVolatile() {
    return (Object) STATE.getVolatile(this);
  }

  @Override
  final void setStateRelease(@Nullable Object state) {
    STATE.setRelease(this, state);
  }

  @Override
  final boolean compareAndSetState(@Nullable Object expected, @Nullable Object state) {
    return STATE.compareAndSet(this, expected, state);
  }

  @Override
  final @Nullable Object getAndSetState(@Nullable Object state) {
    return (Object) STATE.getAndSet(this, state);
  }

  @Override
  final long sequencePlain() {
    return sequence;
  }

  @Override
  final long sequenceOpaque() {
    return (long) SEQUENCE.getOpaque(this);
  }

  @Override
  final long sequenceAcquire() {
    return (long) SEQUENCE.getAcquire(this);
  }

  @Override
  final void setSequenceOpaque(long newSequence) {
    SEQUENCE.setOpaque(this, newSequence);
  }

  @Override
  final void setSequenceRelease(long newSequence) {
    SEQUENCE.setRelease(this, newSequence);
  }

  @Override
  final @Nullable Waker abandonWaker() {
    return (Waker) ABANDON_WAKER.get(this);
  }

  @Override
  final @Nullable Waker abandonWakerVolatile() {
    return (Waker) ABANDON_WAKER.getVolatile(this);
  }

  @Override
  final void setAbandonWakerVolatile(@Nullable Waker waker) {
    ABANDON_WAKER.setVolatile(this, waker);
  }

  @Override
  final boolean compareAndSetAbandonWaker(@Nullable Waker expected, @Nullable Waker waker) {
    return ABANDON_WAKER.compareAndSet(this, expected, waker);
  }
}
