package io.multishot.modelchecker.litmus;

import io.multishot.modelchecker.Scenario;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** One variable, accessed through a {@code VarHandle} by one thread and plainly by the other. */
abstract class MixedAccess implements Scenario {

  private static final VarHandle VALUE =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "value", VarHandle.class, MixedAccess.class, int.class);

  int value;
  int r1;

  static final class LoadBesideAPlainWrite extends MixedAccess {
    @Override
    public void setUp(Actors actors) {
      actors.add("writer", () -> value = 1);
      actors.add("reader", () -> r1 = (int) VALUE.getVolatile(this));
      actors.atEnd(() -> r1);
    }
  }

  static final class StoreBesideAPlainRead extends MixedAccess {
    @Override
    public void setUp(Actors actors) {
      actors.add("writer", () -> VALUE.setVolatile(this, 1));
      actors.add("reader", () -> r1 = value);
    }
  }

  static final class StoreBesideAPlainWrite extends MixedAccess {
    @Override
    public void setUp(Actors actors) {
      actors.add("plain", () -> value = 1);
      actors.add("writer", () -> VALUE.setRelease(this, 2));
    }
  }
}
