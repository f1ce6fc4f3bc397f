package io.multishot.modelchecker.litmus;

import io.multishot.modelchecker.Scenario;

/** Scenarios that could show nothing. */
abstract class Unusable implements Scenario {

  static final class WithoutThreads extends Unusable {
    @Override
    public void setUp(Actors actors) {
      actors.atEnd(() -> "nothing was done");
    }
  }

  static final class WithOneNameTwice extends Unusable {
    @Override
    public void setUp(Actors actors) {
      actors.add("one", () -> {});
      actors.add("one", () -> {});
    }
  }

  static final class WithOneThread extends Unusable {
    @Override
    public void setUp(Actors actors) {
      actors.add("one", () -> {});
    }
  }
}
