package io.multishot.jcstress;

import io.multishot.Waker;
import java.util.concurrent.atomic.AtomicInteger;

/** A waker that counts how often it is run, on whatever threads. */
public final class Wakes implements Waker {

  private final AtomicInteger count = new AtomicInteger();

  @Override
  public void wake() {
    count.getAndIncrement();
  }

  public int count() {
    return count.get();
  }
}
