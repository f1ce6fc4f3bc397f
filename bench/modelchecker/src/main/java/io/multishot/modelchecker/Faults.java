package io.multishot.modelchecker;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a class with a seeded bug calls. A check that passes shows little before it is known to fail
 * for bugs.
 */
public final class Faults {

  private static final MethodHandle DEFER;

  static {
    try {
      DEFER =
          MethodHandles.lookup()
              .findStatic(
                  Faults.class,
                  "defer",
                  MethodType.methodType(void.class, MethodHandle.class, Object[].class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private static final Set<String> REACHED = ConcurrentHashMap.newKeySet();

  private Faults() {}

  /** Notes that a place was reached where a bug could be seeded. */
  public static void reach(String place) {
    REACHED.add(place);
  }

  /** Which places were reached since the last call. */
  public static Set<String> takeReached() {
    Set<String> reached = Set.copyOf(REACHED);
    REACHED.clear();
    return reached;
  }

  /**
   * Has this thread's next atomic access be in the mode of another method.
   *
   * @param method a method of {@code VarHandle}
   */
  public static void nextAs(String method) {
    Actor actor = Worker.current();
    if (actor != null) {
      actor.override = Access.of(method);
    }
  }

  /** The thread stops for ever; the others are to come to their end without it. */
  public static void suspend() {
    Actor actor = Worker.current();
    if (actor != null) {
      actor.execution.suspend(actor);
    }
  }

  /** Has this thread's next read-modify-write be a load and a store. */
  public static void splitNext() {
    Actor actor = Worker.current();
    if (actor != null) {
      actor.isSplitting = true;
    }
  }

  /** Links a call that is to be made later, by {@link #runDeferred}. */
  public static CallSite linkDeferred(
      MethodHandles.Lookup caller, String name, MethodType type, MethodHandle target) {
    return new ConstantCallSite(
        DEFER.bindTo(target).asCollector(Object[].class, type.parameterCount()).asType(type));
  }

  @SuppressWarnings("UnusedMethod") // DEFER
  private static void defer(MethodHandle target, Object[] arguments) throws Throwable {
    Actor actor = Worker.current();
    if (actor == null) {
      target.invokeWithArguments(arguments);
    } else {
      actor.deferred.add(() -> target.invokeWithArguments(arguments));
    }
  }

  /** Makes the calls that were put off. */
  public static void runDeferred() throws Throwable {
    Actor actor = Worker.current();
    while (actor != null && !actor.deferred.isEmpty()) {
      actor.deferred.remove(0).run();
    }
  }
}
