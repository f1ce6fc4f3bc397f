package io.multishot.proof.scenario;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the checker takes for {@code CompletableFuture}: the result, and a stack of those who are to
 * be told, each accessed as there. Whoever takes an action off the stack runs it. It has no
 * dependents but those of {@code whenComplete}, and blocks nobody.
 */
@SuppressWarnings("NullAway")
public class FutureModel<T> implements StageModel<T> {

  private static final VarHandle RESULT = field("result", Object.class);
  private static final VarHandle STACK = field("stack", Dependent.class);

  private record Failure(Throwable cause) {}

  private record Value(@Nullable Object value) {}

  private record Dependent(BiConsumer<Object, Throwable> action, @Nullable Dependent next) {}

  /** A value or a failure; null until it is done. Volatile. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Object result;

  /** Volatile. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Dependent stack;

  /** As that of {@code CompletableFuture}. */
  public interface AsynchronousCompletionTask {}

  private static VarHandle field(String name, Class<?> type) {
    return ConstantBootstraps.fieldVarHandle(
            MethodHandles.lookup(), name, VarHandle.class, FutureModel.class, type)
        .withInvokeExactBehavior();
  }

  private @Nullable Object result() {
    return (Object) RESULT.getVolatile(this);
  }

  private boolean finish(Object newResult) {
    boolean isFirst = RESULT.compareAndSet(this, (Object) null, newResult);
    tellDependents();
    return isFirst;
  }

  @SuppressWarnings("unchecked")
  @Override
  public FutureModel<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
    while (true) {
      Dependent top = (Dependent) STACK.getVolatile(this);
      Dependent pushed = new Dependent((BiConsumer<Object, Throwable>) action, top);
      if (STACK.compareAndSet(this, top, pushed)) {
        break;
      }
    }
    tellDependents();
    return this;
  }

  private void tellDependents() {
    while (true) {
      Object seen = result();
      Dependent top = seen == null ? null : (Dependent) STACK.getVolatile(this);
      if (top == null) {
        return;
      }
      if (STACK.compareAndSet(this, top, top.next)) {
        if (seen instanceof Failure failed) {
          top.action.accept(null, failed.cause);
        } else if (seen instanceof Value done) {
          top.action.accept(done.value, null);
        }
      }
    }
  }

  public boolean complete(T value) {
    return finish(new Value(value));
  }

  public boolean completeExceptionally(Throwable failure) {
    return finish(new Failure(failure));
  }

  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean isFirst = finish(new Failure(new CancellationException()));
    return isFirst || isCancelled();
  }

  public void obtrudeValue(T value) {
    RESULT.setVolatile(this, (Object) new Value(value));
    tellDependents();
  }

  public void obtrudeException(Throwable failure) {
    RESULT.setVolatile(this, (Object) new Failure(failure));
    tellDependents();
  }

  public boolean isDone() {
    return result() != null;
  }

  public boolean isCancelled() {
    return result() instanceof Failure failed && failed.cause instanceof CancellationException;
  }

  /** As that of {@code CompletableFuture}, of one that is done. */
  @SuppressWarnings("unchecked")
  public T join() {
    Object seen = result();
    if (seen instanceof Value done) {
      return (T) done.value;
    }
    if (!(seen instanceof Failure failed)) {
      throw new AssertionError("it is not done");
    }
    throw failed.cause instanceof CancellationException cancelled
        ? cancelled
        : new CompletionException(failed.cause);
  }

  /** There is none. */
  public Executor defaultExecutor() {
    throw new UnsupportedOperationException();
  }

  /** Overridden, where it is called. */
  public FutureModel<T> completeAsync(Supplier<? extends T> supplier) {
    throw new UnsupportedOperationException();
  }

  /** Overridden, where it is called. */
  public FutureModel<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
    throw new UnsupportedOperationException();
  }
}
