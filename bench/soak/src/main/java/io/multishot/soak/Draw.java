package io.multishot.soak;

import java.util.List;
import java.util.SplittableRandom;

/** Draws one of several. */
final class Draw {

  private Draw() {}

  static <T> T any(List<T> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }

  static <T> T any(T[] values, SplittableRandom random) {
    return values[random.nextInt(values.length)];
  }
}
