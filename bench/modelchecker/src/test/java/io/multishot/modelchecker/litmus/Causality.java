package io.multishot.modelchecker.litmus;

/** Data goes from the first thread to the third by way of the second. */
final class Causality extends Variables {

  @Override
  public void setUp(Actors actors) {
    actors.add(
        "first",
        () -> {
          data = 42;
          X.setRelease(this, 1);
        });
    actors.add(
        "second",
        () -> {
          r1 = (int) X.getAcquire(this);
          Y.setRelease(this, r1);
        });
    actors.add(
        "third",
        () -> {
          r2 = (int) Y.getAcquire(this);
          r3 = r2 == 0 ? -1 : data;
        });
    actors.atEnd(() -> r2 + " " + r3);
  }
}
