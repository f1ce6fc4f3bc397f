package io.multishot.modelchecker.litmus;

import java.util.concurrent.locks.LockSupport;

/** A thread parks until another has raised a flag. */
abstract class Parking extends Variables {

  @Override
  public void setUp(Actors actors) {
    Thread sleeper =
        actors.add(
            "sleeper",
            () -> {
              while (isToWait()) {
                LockSupport.park(this);
              }
            });
    actors.add("waker", () -> wake(sleeper));
    actors.atEnd(() -> "woken");
  }

  boolean isToWait() throws InterruptedException {
    return (int) X.getVolatile(this) == 0;
  }

  abstract void wake(Thread sleeper);

  static final class UntilAFlagIsUp extends Parking {
    @Override
    void wake(Thread sleeper) {
      X.setVolatile(this, 1);
      LockSupport.unpark(sleeper);
    }
  }

  static final class WithTheUnparkFirst extends Parking {
    @Override
    void wake(Thread sleeper) {
      LockSupport.unpark(sleeper);
      X.setVolatile(this, 1);
    }
  }

  /** Having been unparked does not let an acquire load see what was written before that. */
  static final class WithAnAcquireLoad extends Parking {
    @Override
    boolean isToWait() {
      return (int) X.getAcquire(this) == 0;
    }

    @Override
    void wake(Thread sleeper) {
      X.setVolatile(this, 1);
      LockSupport.unpark(sleeper);
    }
  }

  static final class UntilInterrupted extends Parking {
    @Override
    boolean isToWait() {
      return !Thread.currentThread().isInterrupted();
    }

    @Override
    void wake(Thread sleeper) {
      sleeper.interrupt();
    }
  }

  static final class WithoutALoop extends Variables {
    @Override
    public void setUp(Actors actors) {
      Thread sleeper =
          actors.add(
              "sleeper",
              () -> {
                LockSupport.park();
                r1 = (int) X.getAcquire(this);
              });
      actors.add(
          "waker",
          () -> {
            X.setRelease(this, 1);
            LockSupport.unpark(sleeper);
          });
      actors.atEnd(() -> String.valueOf(r1));
    }
  }

  static final class ForSomeTime extends Variables {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sleeper",
          () -> {
            long deadline = System.nanoTime() + 1000;
            LockSupport.parkNanos(1000);
            r1 = deadline - System.nanoTime() <= 0 ? 1 : 0;
          });
      actors.atEnd(() -> r1 == 1 ? "late" : "early");
    }
  }

  /** Who finds himself interrupted sees what was before that. */
  static final class ForDataOfTheInterrupter extends Variables {
    @Override
    public void setUp(Actors actors) {
      Thread sleeper =
          actors.add(
              "sleeper",
              () -> {
                LockSupport.park();
                r1 = Thread.interrupted() ? data : -1;
              });
      actors.add(
          "waker",
          () -> {
            data = 42;
            sleeper.interrupt();
          });
      actors.atEnd(() -> String.valueOf(r1));
    }
  }

  /** But not who finds himself unparked. */
  static final class ForDataOfTheUnparker extends Variables {
    @Override
    public void setUp(Actors actors) {
      Thread sleeper =
          actors.add(
              "sleeper",
              () -> {
                LockSupport.park();
                r1 = data;
              });
      actors.add(
          "waker",
          () -> {
            data = 42;
            LockSupport.unpark(sleeper);
          });
    }
  }
}
