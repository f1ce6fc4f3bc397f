package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated senders whose state and payload share no cache line with anything else. The
 * generated subclass adds the padding behind them.
 */
public abstract non-sealed class PaddedSender extends LeadingPadding {

  private static final VarHandle STATE = handle("state", Object.class);
  private static final VarHandle NUMBER = handle("number", long.class);

  /** Accessed through {@link #STATE} only, in the mode that each method's name tells. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Object state;

  /**
   * Accessed through {@link #NUMBER} only, opaque: written by the receiver, read by both halves.
   */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private long number;

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
  final long numberOpaque() {
    return (long) NUMBER.getOpaque(this);
  }

  @Override
  final void setNumberOpaque(long number) {
    NUMBER.setOpaque(this, number);
  }

  private static VarHandle handle(String field, Class<?> type) {
    return ConstantBootstraps.fieldVarHandle(
            MethodHandles.lookup(), field, VarHandle.class, PaddedSender.class, type)
        .withInvokeExactBehavior(); // an inexact call would silently be slow
  }
}
