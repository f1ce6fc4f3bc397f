package io.multishot.modelchecker.litmus;

/** A compare-and-set finds that another thread was first, and then looks again. */
abstract class FailedComparison extends Variables {

  abstract int lookAgain();

  @Override
  public void setUp(Actors actors) {
    actors.add("first", () -> r1 = (int) X.getAndSet(this, 1));
    actors.add(
        "second",
        () -> {
          r2 = X.compareAndSet(this, 0, 2) ? 2 : lookAgain();
        });
    actors.atEnd(() -> String.valueOf(r2));
  }

  static final class ThenAcquire extends FailedComparison {
    @Override
    int lookAgain() {
      return (int) X.getAcquire(this);
    }
  }

  static final class ThenVolatile extends FailedComparison {
    @Override
    int lookAgain() {
      return (int) X.getVolatile(this);
    }
  }
}
