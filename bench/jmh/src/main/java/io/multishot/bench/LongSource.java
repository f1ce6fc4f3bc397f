package io.multishot.bench;

import java.util.concurrent.atomic.AtomicLong;

/** Ids that several threads draw, beyond what boxes are cached for. */
final class LongSource {

  private final AtomicLong last = new AtomicLong(1L << 40);

  long next() {
    return last.incrementAndGet();
  }
}
