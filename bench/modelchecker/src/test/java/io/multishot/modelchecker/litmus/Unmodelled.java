package io.multishot.modelchecker.litmus;

import io.multishot.modelchecker.Scenario;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What the checker knows no model of. */
abstract class Unmodelled implements Scenario {

  int data;

  abstract void reach() throws Exception;

  @Override
  public void setUp(Actors actors) {
    actors.add("only", this::reach);
  }

  static final class SynchronizedStatement extends Unmodelled {
    @Override
    void reach() {
      synchronized (this) {
        data++;
      }
    }
  }

  static final class SynchronizedMethod extends Unmodelled {
    @Override
    synchronized void reach() {}
  }

  static final class StaticVariable extends Unmodelled {
    static int count;

    @Override
    void reach() {
      count++;
    }
  }

  static final class AtomicClass extends Unmodelled {
    @Override
    void reach() {
      new AtomicInteger().getAndIncrement();
    }
  }

  static final class ConcurrentCollection extends Unmodelled {
    @Override
    void reach() {
      new ConcurrentLinkedQueue<String>().add("");
    }
  }

  static final class SharedCollection extends Unmodelled {
    private final List<String> list = new ArrayList<>();

    @Override
    void reach() {
      list.add("");
    }
  }

  static final class StartedThread extends Unmodelled {
    @Override
    void reach() {
      new Thread(() -> {}).start();
    }
  }

  static final class Sleep extends Unmodelled {
    @Override
    void reach() throws InterruptedException {
      Thread.sleep(1);
    }
  }

  static final class Deadline extends Unmodelled {
    @Override
    void reach() {
      LockSupport.parkUntil(1);
    }
  }

  static final class WallClock extends Unmodelled {
    @Override
    void reach() {
      long unused = System.currentTimeMillis();
    }
  }

  static final class Chance extends Unmodelled {
    @Override
    void reach() {
      double unused = Math.random();
    }
  }

  static final class StoreStoreFence extends Unmodelled {
    @Override
    void reach() {
      VarHandle.storeStoreFence();
    }
  }

  static final class InAnInitializer extends Unmodelled {
    private static final class Initialized {
      static final AtomicInteger COUNTER = new AtomicInteger();
    }

    @Override
    void reach() {
      Initialized.COUNTER.getAndIncrement();
    }
  }

  static final class MethodReference extends Unmodelled {
    @Override
    void reach() {
      Runnable interrupt = Thread.currentThread()::interrupt;
      interrupt.run();
    }
  }
}
