package io.multishot.modelchecker.litmus;

import java.lang.invoke.VarHandle;

/** One thread writes data and raises a flag; the other sees the flag and reads the data. */
abstract class MessagePassing extends Variables {

  abstract void raise();

  abstract int look();

  @Override
  public void setUp(Actors actors) {
    actors.add(
        "writer",
        () -> {
          data = 42;
          raise();
        });
    actors.add(
        "reader",
        () -> {
          r1 = look();
          r2 = r1 == 0 ? -1 : data;
        });
    actors.atEnd(() -> r1 + " " + r2);
  }

  static final class ByVolatile extends MessagePassing {
    @Override
    void raise() {
      X.setVolatile(this, 1);
    }

    @Override
    int look() {
      return (int) X.getVolatile(this);
    }
  }

  static final class ByReleaseAndAcquire extends MessagePassing {
    @Override
    void raise() {
      X.setRelease(this, 1);
    }

    @Override
    int look() {
      return (int) X.getAcquire(this);
    }
  }

  static final class ByOpaqueStore extends MessagePassing {
    @Override
    void raise() {
      X.setOpaque(this, 1);
    }

    @Override
    int look() {
      return (int) X.getAcquire(this);
    }
  }

  static final class ByOpaqueLoad extends MessagePassing {
    @Override
    void raise() {
      X.setRelease(this, 1);
    }

    @Override
    int look() {
      return (int) X.getOpaque(this);
    }
  }

  static final class ByFences extends MessagePassing {
    @Override
    void raise() {
      VarHandle.releaseFence();
      X.setOpaque(this, 1);
    }

    @Override
    int look() {
      int seen = (int) X.getOpaque(this);
      VarHandle.acquireFence();
      return seen;
    }
  }

  static final class ByExchange extends MessagePassing {
    @Override
    @SuppressWarnings("ReturnValueIgnored")
    void raise() {
      int unused = (int) X.getAndSet(this, 1);
    }

    @Override
    int look() {
      return (int) X.getAcquire(this);
    }
  }

  /** Its store is plain, whatever its name may suggest. */
  static final class ByAcquiringExchange extends MessagePassing {
    @Override
    void raise() {
      int unused = (int) X.getAndSetAcquire(this, 1);
    }

    @Override
    int look() {
      return (int) X.getAcquire(this);
    }
  }

  /** C11 has release sequences, and Java has none. */
  static final class ByWhatOverwritesARelease extends MessagePassing {
    @Override
    void raise() {
      X.setRelease(this, 1);
      X.setOpaque(this, 2);
    }

    @Override
    int look() {
      return (int) X.getAcquire(this) == 2 ? 2 : 0;
    }
  }
}
