package io.multishot.modelchecker.litmus;

/** What one variable, or each of two, may be seen to go through. */
final class Coherence {

  private Coherence() {}

  /** Two loads of one variable, and two stores to it. */
  static final class OfOpaqueLoads extends Variables {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "writer",
          () -> {
            X.setOpaque(this, 1);
            X.setOpaque(this, 2);
          });
      actors.add(
          "reader",
          () -> {
            r1 = (int) X.getOpaque(this);
            r2 = (int) X.getOpaque(this);
          });
      actors.atEnd(() -> r1 + " " + r2);
    }
  }

  /** The compiler may exchange two plain loads. */
  static final class OfPlainLoads extends Variables {
    @Override
    public void setUp(Actors actors) {
      actors.add("writer", () -> X.setOpaque(this, 1));
      actors.add(
          "reader",
          () -> {
            r1 = (int) X.get(this);
            r2 = (int) X.get(this);
          });
      actors.atEnd(() -> r1 + " " + r2);
    }
  }

  /** Two threads write both variables, in opposite order; the end tells who was last. */
  static final class OfReleaseStores extends Variables {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "left",
          () -> {
            X.setRelease(this, 1);
            Y.setRelease(this, 2);
          });
      actors.add(
          "right",
          () -> {
            Y.setRelease(this, 1);
            X.setRelease(this, 2);
          });
      actors.atEnd(() -> (int) X.getVolatile(this) + " " + (int) Y.getVolatile(this));
    }
  }

  /** The same, totally ordered. */
  static final class OfVolatileStores extends Variables {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "left",
          () -> {
            X.setVolatile(this, 1);
            Y.setVolatile(this, 2);
          });
      actors.add(
          "right",
          () -> {
            Y.setVolatile(this, 1);
            X.setVolatile(this, 2);
          });
      actors.atEnd(() -> (int) X.getVolatile(this) + " " + (int) Y.getVolatile(this));
    }
  }

  /** Each thread reads one variable and then writes the other. */
  static final class OfLoadsBuffered extends Variables {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "left",
          () -> {
            r1 = (int) X.getOpaque(this);
            Y.setOpaque(this, 1);
          });
      actors.add(
          "right",
          () -> {
            r2 = (int) Y.getOpaque(this);
            X.setOpaque(this, 1);
          });
      actors.atEnd(() -> r1 + " " + r2);
    }
  }
}
