package io.multishot.modelchecker;

import java.util.Arrays;

/** A vector clock: how far each thread had come, as far as is known. */
final class Clock {

  private final int[] times;

  Clock(int threads) {
    times = new int[threads];
  }

  private Clock(int[] times) {
    this.times = times;
  }

  int time(int thread) {
    return times[thread];
  }

  void tick(int thread) {
    times[thread]++;
  }

  void join(Clock other) {
    for (int i = 0; i < times.length; i++) {
      times[i] = Math.max(times[i], other.times[i]);
    }
  }

  boolean knows(int thread, int time) {
    return times[thread] >= time;
  }

  Clock copy() {
    return new Clock(Arrays.copyOf(times, times.length));
  }
}
