package io.multishot.jcstress;

import org.jspecify.annotations.Nullable;

/** What an executor was given last, for whoever is to run it. */
final class Slot {

  private volatile @Nullable Runnable task;

  void put(Runnable given) {
    task = given;
  }

  Runnable await() {
    Runnable given;
    while ((given = task) == null) {
      Thread.onSpinWait();
    }
    return given;
  }

  void runIfAny() {
    Runnable given = task;
    if (given != null) {
      given.run();
    }
  }
}
