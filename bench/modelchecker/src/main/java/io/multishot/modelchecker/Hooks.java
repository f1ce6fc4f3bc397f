package io.multishot.modelchecker;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten code calls. Outside an execution, and in static initializers, which run once for
 * all, each does what it stands for.
 */
public final class Hooks {

  private static final MethodHandle ACCESS;
  private static final MethodHandle GET;
  private static final MethodHandle SET;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      ACCESS =
          lookup.findStatic(
              Hooks.class,
              "access",
              MethodType.methodType(
                  Object.class, Access.class, MethodHandle.class, Object[].class));
      GET =
          lookup.findStatic(
              Hooks.class,
              "get",
              MethodType.methodType(Object.class, Variable.class, boolean.class, Object.class));
      SET =
          lookup.findStatic(
              Hooks.class,
              "set",
              MethodType.methodType(
                  void.class, Variable.class, boolean.class, Object.class, Object.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private Hooks() {}

  private static @Nullable Actor actor() {
    Actor actor = Worker.current();
    return actor == null || actor.initializers > 0 ? null : actor;
  }

  // Fields and VarHandles.

  /**
   * Links a call of a {@code VarHandle}'s method.
   *
   * @param type that of the call, with the handle itself in front
   */
  public static CallSite linkAccess(MethodHandles.Lookup caller, String method, MethodType type) {
    VarHandle.AccessMode mode = VarHandle.AccessMode.valueFromMethodName(method);
    MethodHandle direct =
        MethodHandles.varHandleExactInvoker(mode, type.dropParameterTypes(0, 1))
            .asSpreader(Object[].class, type.parameterCount());
    Access access = Objects.requireNonNull(Access.of(method), method);
    MethodHandle target =
        MethodHandles.insertArguments(
            ACCESS, 0, access, direct.asType(MethodType.methodType(Object.class, Object[].class)));
    return new ConstantCallSite(
        target.asCollector(Object[].class, type.parameterCount()).asType(type));
  }

  @SuppressWarnings("UnusedMethod") // ACCESS
  private static @Nullable Object access(
      Access access, MethodHandle direct, @Nullable Object[] arguments) throws Throwable {
    Actor actor = actor();
    if (actor == null) {
      return direct.invoke(arguments);
    }
    VarHandle handle = (VarHandle) Objects.requireNonNull(arguments[0]);
    Target target = Target.of(handle);
    Variable variable = target.variable(arguments);
    int first = 1 + target.coordinates();
    return actor
        .execution
        .operations()
        .access(
            actor,
            Objects.requireNonNull(arguments[1]),
            variable,
            access,
            arguments.length > first ? variable.convert(arguments[first]) : null,
            arguments.length > first + 1 ? variable.convert(arguments[first + 1]) : null);
  }

  /** Links a read of a field. */
  public static CallSite linkGet(
      MethodHandles.Lookup caller, String name, MethodType type, Class<?> owner, int isVolatile) {
    return new ConstantCallSite(
        MethodHandles.insertArguments(GET, 0, FieldVariable.of(owner, name), isVolatile != 0)
            .asType(type));
  }

  @SuppressWarnings("UnusedMethod") // GET
  private static @Nullable Object get(Variable variable, boolean isVolatile, Object owner) {
    Actor actor = actor();
    Objects.requireNonNull(owner);
    if (actor == null) {
      return variable.get(owner);
    }
    return isVolatile
        ? actor
            .execution
            .operations()
            .access(actor, owner, variable, Access.load(AccessMode.VOLATILE), null, null)
        : actor.execution.operations().getPlainly(actor, owner, variable);
  }

  /** Links a write of a field. */
  public static CallSite linkSet(
      MethodHandles.Lookup caller, String name, MethodType type, Class<?> owner, int isVolatile) {
    return new ConstantCallSite(
        MethodHandles.insertArguments(SET, 0, FieldVariable.of(owner, name), isVolatile != 0)
            .asType(type));
  }

  @SuppressWarnings("UnusedMethod") // SET
  private static void set(
      Variable variable, boolean isVolatile, Object owner, @Nullable Object value) {
    Actor actor = actor();
    Objects.requireNonNull(owner);
    if (actor == null) {
      variable.set(owner, value);
    } else if (isVolatile) {
      actor
          .execution
          .operations()
          .access(actor, owner, variable, Access.store(AccessMode.VOLATILE), value, null);
    } else {
      actor.execution.operations().setPlainly(actor, owner, variable, value);
    }
  }

  public static void beforeLoad(Object array, int index) {
    Actor actor = actor();
    if (actor != null && array != null) {
      actor.execution.operations().checkElement(actor, array, index, false);
    }
  }

  public static void beforeStore(Object array, int index) {
    Actor actor = actor();
    if (actor != null && array != null) {
      actor.execution.operations().checkElement(actor, array, index, true);
    }
  }

  public static void acquireFence() {
    fence(Fence.ACQUIRE);
  }

  public static void releaseFence() {
    fence(Fence.RELEASE);
  }

  public static void fullFence() {
    fence(Fence.FULL);
  }

  private static void fence(Fence fence) {
    Actor actor = actor();
    if (actor != null) {
      actor.execution.operations().fence(actor, fence);
    }
  }

  // Threads.

  public static void park() {
    park(false, 0L);
  }

  public static void park(@Nullable Object blocker) {
    park(false, 0L);
  }

  public static void parkNanos(long nanos) {
    park(true, nanos);
  }

  public static void parkNanos(@Nullable Object blocker, long nanos) {
    park(true, nanos);
  }

  private static void park(boolean isTimed, long nanos) {
    Actor actor = actor();
    if (actor == null) {
      throw new UnmodelledException("to park in a static initializer");
    }
    actor.execution.operations().park(actor, isTimed, nanos);
  }

  public static void unpark(@Nullable Thread thread) {
    Actor actor = actor();
    if (actor == null) {
      LockSupport.unpark(thread);
    } else {
      actor.execution.operations().unpark(actor, thread);
    }
  }

  public static void interrupt(Thread thread) {
    Actor actor = actor();
    if (actor == null) {
      thread.interrupt();
    } else {
      actor.execution.operations().interrupt(actor, thread);
    }
  }

  public static boolean interrupted() {
    Actor actor = actor();
    return actor == null
        ? Thread.interrupted()
        : actor.execution.operations().isInterrupted(actor, actor, true);
  }

  public static boolean isInterrupted(Thread thread) {
    Actor actor = actor();
    Actor target = thread instanceof Worker worker ? worker.actor : null;
    return (actor == null || target == null)
        ? thread.isInterrupted()
        : actor.execution.operations().isInterrupted(actor, target, false);
  }

  /** The place of a thread in its scenario: the same in each execution. */
  public static long threadId(Thread thread) {
    Actor actor = thread instanceof Worker worker ? worker.actor : null;
    return actor == null ? 0 : actor.id;
  }

  public static void spin() {
    Actor actor = actor();
    if (actor == null) {
      Thread.onSpinWait();
    } else {
      actor.execution.operations().spin(actor);
    }
  }

  public static long nanoTime() {
    Actor actor = actor();
    return actor == null ? System.nanoTime() : actor.execution.operations().nanoTime(actor);
  }

  /** What is thrown where nobody catches it is a failure, unless the scenario expects it. */
  public static Thread.UncaughtExceptionHandler uncaughtExceptionHandler(Thread thread) {
    Actor actor = actor();
    if (actor == null) {
      return thread.getUncaughtExceptionHandler();
    }
    return (where, thrown) -> {
      if (!(thrown instanceof Scenario.Tolerated)) {
        actor.execution.fail(thrown);
        throw new Abort();
      }
    };
  }

  // What is not modelled.

  public static void refuse(String what) {
    Actor actor = actor();
    if (actor == null) {
      throw new UnmodelledException(what);
    }
    throw actor.execution.refuse(what);
  }

  /** Refuses it if other threads run. */
  public static void refuseAmongOthers(String what) {
    Actor actor = actor();
    if (actor != null && actor.id != 0) {
      throw actor.execution.refuse(what);
    }
  }

  public static void enterInitializer() {
    Actor actor = Worker.current();
    if (actor != null) {
      actor.initializers++;
    }
  }

  public static void leaveInitializer() {
    Actor actor = Worker.current();
    if (actor != null) {
      actor.initializers--;
    }
  }
}
