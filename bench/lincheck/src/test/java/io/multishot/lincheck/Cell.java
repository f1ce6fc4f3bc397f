package io.multishot.lincheck;

import io.multishot.Waker;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The sender of a {@link ReferenceProtocol}: its fields, accessed as the product accesses its own,
 * by exact handles in a final class. So a mutant that is caught shows that Lincheck sees such
 * accesses.
 */
final class Cell implements Channel.Sender {

  private static final VarHandle STATE =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "state", VarHandle.class, Cell.class, Object.class)
          .withInvokeExactBehavior();

  private static final VarHandle ABANDON_WAKER =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "abandonWaker", VarHandle.class, Cell.class, Object.class)
          .withInvokeExactBehavior();

  long value;

  private final ReferenceProtocol protocol;

  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Object state = ReferenceProtocol.IDLE;

  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Object abandonWaker;

  /** Somebody has seen that it is abandoned. */
  private volatile boolean isSeenAbandoned;

  Cell(ReferenceProtocol protocol) {
    this.protocol = protocol;
  }

  @Nullable Object state() {
    return (Object) STATE.getVolatile(this);
  }

  void setState(@Nullable Object state) {
    STATE.setVolatile(this, state);
  }

  boolean compareAndSetState(@Nullable Object expected, @Nullable Object state) {
    return STATE.compareAndSet(this, expected, state);
  }

  @Nullable Object getAndSetState(@Nullable Object state) {
    return (Object) STATE.getAndSet(this, state);
  }

  @Nullable Object abandonWaker() {
    return (Object) ABANDON_WAKER.getVolatile(this);
  }

  void setAbandonWaker(@Nullable Object waker) {
    ABANDON_WAKER.setVolatile(this, waker);
  }

  boolean compareAndSetAbandonWaker(@Nullable Object expected, @Nullable Object waker) {
    return ABANDON_WAKER.compareAndSet(this, expected, waker);
  }

  @Nullable Object getAndSetAbandonWaker(@Nullable Object waker) {
    return (Object) ABANDON_WAKER.getAndSet(this, waker);
  }

  boolean isSeenAbandoned() {
    return isSeenAbandoned;
  }

  void noteAbandoned() {
    isSeenAbandoned = true;
  }

  @Override
  public boolean send(long sent) {
    return protocol.send(this, sent);
  }

  @Override
  public boolean fail(Throwable cause) {
    return protocol.begin(this) && protocol.end(this, new ReferenceProtocol.Failed(cause));
  }

  @Override
  public void close() {
    Object seen = state();
    if ((protocol.isLive(seen) || seen == ReferenceProtocol.ABANDONED) && protocol.begin(this)) {
      protocol.end(this, ReferenceProtocol.DISCONNECTED);
    }
  }

  @Override
  public boolean isAbandoned() {
    return protocol.isAbandoned(this);
  }

  @Override
  public void onAbandoned(Waker waker) {
    protocol.onAbandoned(this, waker);
  }

  @Override
  public void sendFrom(CompletionStage<Long> source) {
    throw new UnsupportedOperationException();
  }
}
