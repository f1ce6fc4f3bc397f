package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated senders that are as small as they can be: for many channels, or for two
 * threads that seldom meet.
 */
public abstract non-sealed class UnpaddedSender extends MultiShotSender {

  private static final VarHandle STATE =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "state", VarHandle.class, UnpaddedSender.class, Object.class)
          .withInvokeExactBehavior(); // an inexact call would silently be slow

  private static final VarHandle NUMBER =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "number", VarHandle.class, UnpaddedSender.class, long.class)
          .withInvokeExactBehavior();

  private static final VarHandle ABANDON_WAKER =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(),
              "abandonWaker",
              VarHandle.class,
              UnpaddedSender.class,
              Waker.class)
          .withInvokeExactBehavior();

  /** Accessed through {@link #STATE} only, in the mode that each method's name tells. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Object state = Ended.IDLE;

  /**
   * Written by the receiver, and ordered by its writes of the state; opaque, for a sender that is
   * late may read it at the same time.
   */
  private long number;

  /** Accessed through {@link #ABANDON_WAKER} only, in the mode that each method's name tells. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Waker abandonWaker;

  /** Makes an idle sender, with no shot open. */
  protected UnpaddedSender() {}

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
  final long number() {
    return number;
  }

  @Override
  final long numberOpaque() {
    return (long) NUMBER.getOpaque(this);
  }

  @Override
  final void setNumberOpaque(long number) {
    NUMBER.setOpaque(this, number);
  }

  @Override
  final @Nullable Waker abandonWaker() {
    return (Waker) ABANDON_WAKER.get(this);
  }

  @Override
  final void setAbandonWakerOpaque(@Nullable Waker waker) {
    ABANDON_WAKER.setOpaque(this, waker);
  }

  @Override
  final @Nullable Waker getAndSetAbandonWaker(@Nullable Waker waker) {
    return (Waker) ABANDON_WAKER.getAndSet(this, waker);
  }
}
