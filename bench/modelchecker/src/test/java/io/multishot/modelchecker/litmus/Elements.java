package io.multishot.modelchecker.litmus;

import io.multishot.modelchecker.Scenario;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Elements of arrays, accessed through a {@code VarHandle}: each is a variable of its own. */
abstract class Elements implements Scenario {

  static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
  static final VarHandle STRINGS = MethodHandles.arrayElementVarHandle(String[].class);

  final long[] longs = new long[2];
  int data;

  // Each is written by one thread, and read at the end.
  long r1;
  long r2;

  /** One thread writes data and raises a flag; the other sees the flag and reads the data. */
  abstract static class MessagePassing extends Elements {

    abstract void raise();

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
            r1 = (long) LONGS.getAcquire(longs, 1);
            r2 = r1 == 0 ? -1 : data;
          });
      actors.atEnd(() -> r1 + " " + r2);
    }
  }

  static final class ByRelease extends MessagePassing {
    @Override
    void raise() {
      LONGS.setRelease(longs, 1, 1);
    }
  }

  static final class ByOpaque extends MessagePassing {
    @Override
    void raise() {
      LONGS.setOpaque(longs, 1, 1L);
    }
  }

  /** Each thread raises its flag, and looks at that of the other. */
  abstract static class StoreBuffering extends Elements {

    abstract long raiseAndLook(int own, int other);

    @Override
    public void setUp(Actors actors) {
      actors.add("first", () -> r1 = raiseAndLook(0, 1));
      actors.add("second", () -> r2 = raiseAndLook(1, 0));
      actors.atEnd(() -> r1 + " " + r2);
    }
  }

  static final class ByVolatileStores extends StoreBuffering {
    @Override
    long raiseAndLook(int own, int other) {
      LONGS.setVolatile(longs, own, 1L);
      return (long) LONGS.getVolatile(longs, other);
    }
  }

  static final class ByReleaseStores extends StoreBuffering {
    @Override
    long raiseAndLook(int own, int other) {
      LONGS.setRelease(longs, own, 1L);
      return (long) LONGS.getAcquire(longs, other);
    }
  }

  /** Two loads of one element see its stores in one order. */
  static final class Coherence extends Elements {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "writer",
          () -> {
            LONGS.setOpaque(longs, 0, 1L);
            LONGS.setOpaque(longs, 0, 2L);
          });
      actors.add(
          "reader",
          () -> {
            r1 = (long) LONGS.getOpaque(longs, 0);
            r2 = (long) LONGS.getOpaque(longs, 0);
          });
      actors.atEnd(() -> r1 + " " + r2);
    }
  }

  static final class Addition extends Elements {
    @Override
    public void setUp(Actors actors) {
      actors.add("first", () -> r1 = (long) LONGS.getAndAdd(longs, 0, 1L));
      actors.add("second", () -> r2 = (long) LONGS.getAndAdd(longs, 0, 2L));
      actors.atEnd(() -> r1 + " " + r2 + " " + longs[0]);
    }
  }

  /** Who is first takes the slot, and finds what the set-up had put there. */
  static final class CompareAndSet extends Elements {
    private final String[] slots = {null, "free"};
    private boolean first;
    private boolean second;

    @Override
    public void setUp(Actors actors) {
      actors.add("first", () -> first = STRINGS.compareAndSet(slots, 1, "free", "first"));
      actors.add("second", () -> second = STRINGS.compareAndSet(slots, 1, "free", "second"));
      actors.atEnd(() -> first + " " + second + " " + Arrays.toString(slots));
    }
  }

  static final class OutOfBounds extends Elements {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "only",
          () -> {
            try {
              LONGS.setVolatile(longs, longs.length, 1L);
            } catch (IndexOutOfBoundsException e) {
              r1 = 1;
            }
          });
      actors.atEnd(() -> r1);
    }
  }

  static final class PlainReadOfAnother extends Elements {
    @Override
    public void setUp(Actors actors) {
      actors.add("only", () -> r1 = (long) LONGS.getVolatile(longs, 0) + longs[1]);
      actors.atEnd(() -> r1);
    }
  }

  static final class PlainReadOfTheSame extends Elements {
    @Override
    public void setUp(Actors actors) {
      actors.add("only", () -> r1 = (long) LONGS.getVolatile(longs, 0) + longs[0]);
    }
  }

  static final class PlainWriteOfTheSame extends Elements {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "only",
          () -> {
            LONGS.setVolatile(longs, 0, 1L);
            longs[0] = 2;
          });
    }
  }

  /** What one thread has written plainly, the other reads through the {@code VarHandle}. */
  static final class LoadBesideAPlainWrite extends Elements {
    @Override
    public void setUp(Actors actors) {
      actors.add("writer", () -> longs[0] = 1);
      actors.add("reader", () -> r1 = (long) LONGS.getVolatile(longs, 0));
      actors.atEnd(() -> r1);
    }
  }

  static final class StoreBesideAPlainWrite extends Elements {
    @Override
    public void setUp(Actors actors) {
      actors.add("plain", () -> longs[0] = 1);
      actors.add("writer", () -> LONGS.setRelease(longs, 0, 2L));
    }
  }

  /** A copy would read what the stores have not written. */
  static final class CopyOfTheArray extends Elements {
    @Override
    public void setUp(Actors actors) {
      actors.add("only", () -> r1 = longs.clone()[0]);
    }
  }

  /** A view of bytes has no elements of its own. */
  static final class ViewOfBytes extends Elements {
    private static final VarHandle VIEW =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private final byte[] bytes = new byte[16];

    @Override
    public void setUp(Actors actors) {
      actors.add("only", () -> r1 = (long) VIEW.getVolatile(bytes, 0));
    }
  }
}
