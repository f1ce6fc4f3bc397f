package io.multishot.modelchecker.litmus;

import io.multishot.modelchecker.Mailbox;
import io.multishot.modelchecker.Scenario;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/** What the checker is given a model of, or hands over by itself. */
abstract class Modelled implements Scenario {

  /** As much of an {@code AtomicInteger} as is used below, and as weak as can be. */
  static final class Counter {
    private static final VarHandle COUNT =
        ConstantBootstraps.fieldVarHandle(
            MethodHandles.lookup(), "count", VarHandle.class, Counter.class, int.class);

    @SuppressWarnings("UnusedVariable") // its handle reads it
    private int count;

    int getAndIncrement() {
      return (int) COUNT.getAndAdd(this, 1);
    }
  }

  static final class ByACounter extends Modelled {
    private final AtomicInteger counter = new AtomicInteger();
    private int first;
    private int second;

    @Override
    public void setUp(Actors actors) {
      actors.add("first", () -> first = counter.getAndIncrement());
      actors.add("second", () -> second = counter.getAndIncrement());
      actors.atEnd(() -> first + " " + second);
    }
  }

  /** What comes first is taken first, with what had been done before it. */
  static final class ByAMailbox extends Modelled {
    private final Mailbox<Integer> mailbox = new Mailbox<>();
    private int data;
    private int taken;

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "sender",
          () -> {
            data = 1;
            mailbox.put(1);
            mailbox.put(2);
          });
      actors.add(
          "receiver",
          () -> {
            Integer early = mailbox.poll();
            taken = early != null ? early : mailbox.take();
            taken = 10 * taken + mailbox.take() + data;
          });
      actors.atEnd(() -> taken);
    }
  }

  /** Its set-up fails when there is a thread already. */
  static final class WhoseSetUpFails extends Modelled {
    @Override
    public void setUp(Actors actors) {
      actors.add("first", () -> {});
      throw new AssertionError("not set up");
    }
  }
}
