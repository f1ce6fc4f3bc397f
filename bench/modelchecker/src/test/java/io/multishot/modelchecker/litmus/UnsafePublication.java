package io.multishot.modelchecker.litmus;

import io.multishot.modelchecker.Scenario;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** An object is handed on by a store that is no release. */
final class UnsafePublication implements Scenario {

  private static final VarHandle BOX;
  private static final VarHandle VALUE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      BOX = lookup.findVarHandle(UnsafePublication.class, "box", Box.class);
      VALUE = lookup.findVarHandle(Box.class, "value", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final class Box {
    @SuppressWarnings("UnusedVariable") // VALUE
    int value = 42;

    final int constant = 43;
  }

  @SuppressWarnings("UnusedVariable") // BOX
  private @Nullable Box box;

  private int found = -1;

  @Override
  public void setUp(Actors actors) {
    actors.add("maker", () -> BOX.setOpaque(this, new Box()));
    actors.add(
        "finder",
        () -> {
          Box seen = (Box) BOX.getOpaque(this);
          if (seen != null) {
            found = (int) VALUE.getOpaque(seen) + seen.constant;
          }
        });
    actors.atEnd(() -> String.valueOf(found));
  }
}
