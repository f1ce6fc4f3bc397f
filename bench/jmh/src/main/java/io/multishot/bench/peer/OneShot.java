package io.multishot.bench.peer;

import org.jspecify.annotations.Nullable;

/** How a kind of future is used that carries one {@code long}, and is made anew for the next. */
public interface OneShot<F> {

  F make();

  void complete(F future, long value);

  /** A future that can be looked at. */
  interface Polled<F> extends OneShot<F> {

    /** The value, or null as long as there is none. */
    @Nullable Long poll(F future) throws InterruptedException;
  }

  /** A future that a thread can wait for. */
  interface Awaited<F> extends OneShot<F> {

    Long await(F future) throws InterruptedException;
  }
}
