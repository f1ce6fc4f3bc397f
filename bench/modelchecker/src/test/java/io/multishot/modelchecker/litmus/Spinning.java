package io.multishot.modelchecker.litmus;

/** A thread looks until another has raised a flag. */
abstract class Spinning extends Variables {

  abstract void answer();

  @Override
  public void setUp(Actors actors) {
    actors.add(
        "spinner",
        () -> {
          while ((int) X.getOpaque(this) == 0) {
            Thread.onSpinWait();
          }
        });
    actors.add("other", this::answer);
    actors.atEnd(() -> "seen");
  }

  static final class ForAFlag extends Spinning {
    @Override
    void answer() {
      X.setOpaque(this, 1);
    }
  }

  static final class ForNothing extends Spinning {
    @Override
    void answer() {
      Y.setOpaque(this, 1);
    }
  }
}
