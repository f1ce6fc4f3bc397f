package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A registration of a handler: the waker that lies in the cell, and the task that an executor gets.
 * A receiver uses it again from registration to registration, so that nothing is allocated; {@link
 * Callbacks} has its states, and says who may touch which field when.
 */
@SuppressWarnings("UnusedVariable") // the handles read the fields
final class HandlerTask implements ShotWaker, Runnable {

  private static final VarHandle EXECUTOR = field("executor", Executor.class);
  private static final VarHandle SHOT = field("shot", long.class);
  private static final VarHandle DISPATCHER = field("dispatcher", Thread.class);
  private static final VarHandle TAINTED = field("isTainted", boolean.class);

  /** No shot has this number. */
  private static final long NONE = -1;

  private final Callbacks callbacks;

  // Of whoever has registered, or claimed the run. The opaque ones are read by those who are about
  // to claim, too, between a volatile load of the word and the compare-and-set that confirms it.

  /** Plain: read after the claim only. */
  private @Nullable MultiShotHandler handler;

  /** Plain: read after the claim only. */
  private boolean takesView;

  /** Opaque. */
  private @Nullable Executor executor;

  /**
   * The shot's sequence number, or {@link #NONE} once all that is the user's has been cleared.
   * Opaque; NONE is released, and acquired by the owner who prepares the next registration.
   */
  private long shot = NONE;

  /** The thread inside {@code execute}. Opaque. */
  private @Nullable Thread dispatcher;

  /** Whether an executor that refused it may have it still: it is not used again. Opaque. */
  private boolean isTainted;

  HandlerTask(Callbacks callbacks) {
    this.callbacks = callbacks;
  }

  private static VarHandle field(String name, Class<?> type) {
    return ConstantBootstraps.fieldVarHandle(
            MethodHandles.lookup(), name, VarHandle.class, HandlerTask.class, type)
        .withInvokeExactBehavior();
  }

  void prepare(
      MultiShotHandler newHandler, boolean asView, @Nullable Executor newExecutor, long newShot) {
    handler = newHandler;
    takesView = asView;
    EXECUTOR.setOpaque(this, newExecutor);
    SHOT.setOpaque(this, newShot);
  }

  /** Lets go of all that is the user's. */
  void clear() {
    handler = null;
    EXECUTOR.setOpaque(this, (Executor) null);
    DISPATCHER.setOpaque(this, (Thread) null);
    SHOT.setRelease(this, NONE);
  }

  /** Whether the owner may prepare it for the next registration. */
  boolean isReusable() {
    return (long) SHOT.getAcquire(this) == NONE && !(boolean) TAINTED.getOpaque(this);
  }

  @Nullable MultiShotHandler handler() {
    return handler;
  }

  boolean takesView() {
    return takesView;
  }

  @Nullable Executor executor() {
    return (Executor) EXECUTOR.getOpaque(this);
  }

  long shot() {
    return (long) SHOT.getOpaque(this);
  }

  @Nullable Thread dispatcher() {
    return (Thread) DISPATCHER.getOpaque(this);
  }

  void setDispatcher(Thread thread) {
    DISPATCHER.setOpaque(this, thread);
  }

  void taint() {
    TAINTED.setOpaque(this, true);
  }

  @Override
  public void wake(long ended) {
    callbacks.wake(this, ended);
  }

  @Override
  public boolean ownsReceiver() {
    return true;
  }

  /** Called by the executor. */
  @Override
  public void run() {
    Headroom.probe(shot() >> 1); // or the run would be claimed, and its handler never told
    callbacks.runByExecutor(this);
  }

  @Override
  public String describe() {
    Executor current = executor();
    return current == null ? "a handler" : "a handler, by " + UserCode.identity(current);
  }
}
