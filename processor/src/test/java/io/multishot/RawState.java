package io.multishot;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

  /** The last step of a send: what a sender does that was suspended before it. */
  public static boolean publish(MultiShotSender sender) {
    return sender.publish();
  }

  /** A send up to where the sender is suspended: before it wakes what it is handed here. */
  public static Waker sendWithoutWaking(MultiShotSender sender) {
    return (Waker) Objects.requireNonNull(sender.getAndSetState(sender));
  }

  /** The receiver's step by which a sender that is suspended in a send is abandoned. */
  public static void abandon(MultiShotSender sender) {
    sender.getAndSetState(Ended.ABANDONED);
  }

  /**
   * Registers a waker, on the ground that a receiver saw nobody registered before it was suspended.
   *
   * @return whether it found an outcome instead
   */
  public static boolean isTooLateToRegister(MultiShotSender cell, Waker waker) {
    return Waiting.register(cell, null, waker) == cell;
  }

  /** The same of taking a waker back. */
  public static boolean isTooLateToWithdraw(MultiShotSender cell, Waker waker) {
    return Waiting.withdraw(cell, waker) == cell;
  }

  /** The states that are objects of their own. */
  public static List<String> constants() {
    return Arrays.stream(Ended.class.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Ended.class)
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
