package io.multishot;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in the cell of a channel, in the words of {@link MultiShotSender}'s own table. */
public final class RawState {

  private RawState() {}

  /** Of the cell that the receiver has now. */
  public static String of(MultiShotReceiver receiver) {
    return of(receiver.cell());
  }

  /** The same, or of a cell that the receiver has parted with. */
  public static String of(MultiShotSender cell) {
    return nameOf(cell, cell.stateVolatile()) + ", " + number(cell.number());
  }

  /** The cell that the receiver has now. */
  public static MultiShotSender cell(MultiShotReceiver receiver) {
    return receiver.cell();
  }

  /** The states that are objects of their own. */
  public static List<String> constants() {
    return Arrays.stream(Ended.class.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(Field::getName)
        .toList();
  }

  private static String nameOf(MultiShotSender cell, @Nullable Object state) {
    if (state == null) {
      return "null";
    }
    if (state == cell) {
      return "this";
    }
    if (state instanceof Thread) {
      return "Thread";
    }
    if (state instanceof Ended ended) {
      return ended.failure != null ? "failed" : constant(ended);
    }
    Class<?> enclosing = state.getClass().getEnclosingClass();
    if (enclosing == ReceiverGroup.class) {
      return "Member";
    }
    return state instanceof Delivery ? "Delivery" : "Waker";
  }

  private static String constant(Ended ended) {
    for (String name : constants()) {
      try {
        if (Ended.class.getDeclaredField(name).get(null) == ended) {
          return name;
        }
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError(name, impossible);
      }
    }
    throw new AssertionError(ended);
  }

  private static String number(long number) {
    return number == 0 ? "0" : (number & 1) != 0 ? "odd" : "even";
  }
}
