package io.multishot.modelchecker.litmus;

import io.multishot.modelchecker.Scenario;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A scenario with two atomic variables, plain data, and what the threads have read. */
abstract class Variables implements Scenario {

  static final VarHandle X = handle("x");
  static final VarHandle Y = handle("y");

  @SuppressWarnings("UnusedVariable") // X and Y
  private int x;

  @SuppressWarnings("UnusedVariable")
  private int y;

  int data;

  // Each is written by one thread, and read at the end.
  int r1;
  int r2;
  int r3;
  int r4;

  private static VarHandle handle(String name) {
    try {
      return MethodHandles.lookup().findVarHandle(Variables.class, name, int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
