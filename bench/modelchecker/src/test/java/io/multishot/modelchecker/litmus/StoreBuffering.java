package io.multishot.modelchecker.litmus;

import java.lang.invoke.VarHandle;

/** Each of two threads raises its own flag and looks at the other's: Dekker. */
abstract class StoreBuffering extends Variables {

  abstract void raise(VarHandle flag);

  abstract int look(VarHandle flag);

  @Override
  public void setUp(Actors actors) {
    actors.add(
        "left",
        () -> {
          raise(X);
          r1 = look(Y);
        });
    actors.add(
        "right",
        () -> {
          raise(Y);
          r2 = look(X);
        });
    actors.atEnd(() -> r1 + " " + r2);
  }

  static final class ByVolatile extends StoreBuffering {
    @Override
    void raise(VarHandle flag) {
      flag.setVolatile(this, 1);
    }

    @Override
    int look(VarHandle flag) {
      return (int) flag.getVolatile(this);
    }
  }

  static final class ByReleaseAndAcquire extends StoreBuffering {
    @Override
    void raise(VarHandle flag) {
      flag.setRelease(this, 1);
    }

    @Override
    int look(VarHandle flag) {
      return (int) flag.getAcquire(this);
    }
  }

  static final class ByExchangeAndVolatile extends StoreBuffering {
    @Override
    void raise(VarHandle flag) {
      int unused = (int) flag.getAndSet(this, 1);
    }

    @Override
    int look(VarHandle flag) {
      return (int) flag.getVolatile(this);
    }
  }

  /** On x86 the exchange is a full fence; in Java it is none. */
  static final class ByExchangeAndAcquire extends StoreBuffering {
    @Override
    void raise(VarHandle flag) {
      int unused = (int) flag.getAndSet(this, 1);
    }

    @Override
    int look(VarHandle flag) {
      return (int) flag.getAcquire(this);
    }
  }

  static final class ByFullFence extends StoreBuffering {
    @Override
    void raise(VarHandle flag) {
      flag.setOpaque(this, 1);
      VarHandle.fullFence();
    }

    @Override
    int look(VarHandle flag) {
      return (int) flag.getOpaque(this);
    }
  }

  static final class ByHalfFences extends StoreBuffering {
    @Override
    void raise(VarHandle flag) {
      flag.setOpaque(this, 1);
      VarHandle.releaseFence();
      VarHandle.acquireFence();
    }

    @Override
    int look(VarHandle flag) {
      return (int) flag.getOpaque(this);
    }
  }

  /** One thread reads what the other has written to the first variable, or the reverse. */
  abstract static class AroundOneExchange extends Variables {

    abstract void exchange();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "left",
          () -> {
            exchange();
            r1 = (int) Y.getVolatile(this);
          });
      actors.add(
          "right",
          () -> {
            Y.setVolatile(this, 1);
            r2 = (int) X.getAndSet(this, 2);
          });
      actors.atEnd(() -> r1 + " " + r2);
    }
  }

  static final class AroundAVolatileExchange extends AroundOneExchange {
    @Override
    void exchange() {
      int unused = (int) X.getAndSet(this, 1);
    }
  }

  /** What it has read orders nothing, hence not the volatile load behind it either. */
  static final class AroundAReleasingExchange extends AroundOneExchange {
    @Override
    void exchange() {
      int unused = (int) X.getAndSetRelease(this, 1);
    }
  }
}
