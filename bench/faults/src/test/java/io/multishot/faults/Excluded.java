package io.multishot.faults;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Calls that leave the runtime, and before which nothing is thrown. Each entry costs some of what
 * the test says, so each has its reason.
 *
 * <p>Three kinds of calls are no points in any case: what a class initializer does, which has run
 * before; calls from one rewritten class to another, which StackDepthTest tries; and calls by an
 * interface whose target turns out to be the runtime's own, such as the waker of a group.
 */
enum Excluded {
  VAR_HANDLES(
      "java/lang/invoke/VarHandle",
      null,
      "intrinsics, which allocate nothing; what stack they need, StackDepthTest tries"),
  CURRENT_THREAD("java/lang/Thread", "currentThread", "an intrinsic that allocates nothing"),
  SPIN_HINT("java/lang/Thread", "onSpinWait", "an intrinsic that allocates nothing"),
  UNPARK(
      "java/util/concurrent/locks/LockSupport",
      "unpark",
      "not promised: it follows the exchange, and nothing can be done if the JDK's own fails"),
  SHOT_WAKER(
      "io/multishot/ShotWaker",
      null,
      "sealed: a call from one class of the runtime to another, as those above"),
  EMPTY_CONSTRUCTOR("java/lang/Object", "<init>", "does nothing; its NEW is a point");

  private final String owner;
  private final @Nullable String method;
  private final String reason;

  Excluded(String owner, @Nullable String method, String reason) {
    this.owner = owner;
    this.method = method;
    this.reason = reason;
  }

  static boolean contains(String owner, String method) {
    return Arrays.stream(values())
        .anyMatch(
            each ->
                each.owner.equals(owner) && (each.method == null || each.method.equals(method)));
  }

  @Override
  public String toString() {
    return owner.replace('/', '.') + "." + (method == null ? "*" : method) + ": " + reason;
  }
}
