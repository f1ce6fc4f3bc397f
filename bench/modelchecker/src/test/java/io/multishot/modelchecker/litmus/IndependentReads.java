package io.multishot.modelchecker.litmus;

import java.lang.invoke.VarHandle;

/** Two threads write a variable each; two others read both, in opposite order. */
abstract class IndependentReads extends Variables {

  abstract void write(VarHandle variable);

  abstract int read(VarHandle variable);

  @Override
  public void setUp(Actors actors) {
    actors.add("writer of x", () -> write(X));
    actors.add("writer of y", () -> write(Y));
    actors.add(
        "reader of x and y",
        () -> {
          r1 = read(X);
          r2 = read(Y);
        });
    actors.add(
        "reader of y and x",
        () -> {
          r3 = read(Y);
          r4 = read(X);
        });
    actors.atEnd(() -> r1 + " " + r2 + " " + r3 + " " + r4);
  }

  static final class ByVolatile extends IndependentReads {
    @Override
    void write(VarHandle variable) {
      variable.setVolatile(this, 1);
    }

    @Override
    int read(VarHandle variable) {
      return (int) variable.getVolatile(this);
    }
  }

  static final class ByReleaseAndAcquire extends IndependentReads {
    @Override
    void write(VarHandle variable) {
      variable.setRelease(this, 1);
    }

    @Override
    int read(VarHandle variable) {
      return (int) variable.getAcquire(this);
    }
  }
}
