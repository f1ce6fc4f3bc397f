package io.multishot.soak;

import io.multishot.Slab;
import io.multishot.SlabHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A generated slab. What its shots carry is a number; or a message that is made of a number, of
 * which it is checked that its parts belong together.
 */
abstract class Replies {

  /** A handler of a slab of any kind. */
  interface Handler extends SlabHandler {
    void received(long id, long number);
  }

  /** The slab itself, for what is the same in all of them. */
  abstract Slab<?, ?> slab();

  /** The same slab, to be used by another thread. */
  abstract Replies forAnotherThread();

  abstract long tryAcquire(long deadline);

  abstract int expire(long now, int limit);

  abstract boolean send(long id, long number);

  /** Leaves a shot to a future, which is completed with {@link #valueOf}. */
  abstract void sendFrom(long id, CompletableFuture<Object> source);

  abstract long take(long id);

  abstract long receive(long id) throws InterruptedException;

  abstract long receiveUninterruptibly(long id);

  abstract long receive(long id, long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException;

  /** Has a handler run, by an executor or, if that is {@code null}, by whoever ends the shot. */
  abstract void onReceive(long id, Handler handler, @Nullable Executor executor);

  /** What a future of the slab is completed with. */
  abstract Object valueOf(long number);

  /** The number that this was made of. */
  abstract long numberOf(Object value);

  /** Whether a shot that is received makes no object. */
  boolean allocatesNothing() {
    return true;
  }

  final long tryAcquire() {
    return slab().tryAcquire();
  }

  @Override
  public String toString() {
    return slab().toString();
  }
}
