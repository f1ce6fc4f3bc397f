package io.multishot.modelchecker.litmus;

/** Two threads change one variable. */
abstract class Atomicity extends Variables {

  abstract int change(int by);

  @Override
  public void setUp(Actors actors) {
    actors.add("left", () -> r1 = change(1));
    actors.add("right", () -> r2 = change(2));
    actors.atEnd(() -> r1 + " " + r2 + " " + (int) X.getVolatile(this));
  }

  static final class OfAddition extends Atomicity {
    @Override
    int change(int by) {
      return (int) X.getAndAdd(this, by);
    }
  }

  static final class OfLoadAndStore extends Atomicity {
    @Override
    int change(int by) {
      int found = (int) X.getVolatile(this);
      X.setVolatile(this, found + by);
      return found;
    }
  }

  static final class OfCompareAndSet extends Atomicity {
    @Override
    int change(int by) {
      return X.compareAndSet(this, 0, by) ? 1 : 0;
    }
  }

  static final class OfWeakCompareAndSet extends Atomicity {
    @Override
    int change(int by) {
      return X.weakCompareAndSet(this, 0, by) ? 1 : 0;
    }
  }

  static final class OfCompareAndExchange extends Atomicity {
    @Override
    int change(int by) {
      return (int) X.compareAndExchange(this, 0, by);
    }
  }

  /** Both add in a loop, as a weak compare-and-set asks for. */
  static final class OfAWeakLoop extends Atomicity {
    @Override
    int change(int by) {
      int seen = (int) X.getVolatile(this);
      while (!X.weakCompareAndSet(this, seen, seen + by)) {
        seen = (int) X.getVolatile(this);
      }
      return seen;
    }
  }
}
