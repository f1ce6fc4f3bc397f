package io.multishot.lincheck;

import io.multishot.Waker;
import java.util.concurrent.atomic.AtomicInteger;

/** A waker that counts its runs. */
final class Count implements Waker {

  private final AtomicInteger runs = new AtomicInteger();

  @Override
  public void wake() {
    runs.incrementAndGet();
  }

  int runs() {
    return runs.get();
  }
}
