package io.multishot;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What lies in the cell of a channel, in the words of {@link Cell}'s own table. */
public final class RawState {

  private RawState() {}

  /** Of the cell that the receiver has now. */
  public static String of(MultiShotReceiver receiver) {
    return of(receiver.cell());
  }

  /** The same, or of a cell that the receiver has parted with; or that a sender stands for. */
  public static String of(MultiShotSender sender) {
    MultiShotSender cell = sender.target();
    return nameOf(cell, cell.stateVolatile()) + ", " + parity(cell.sequence());
  }

  /** The cell that the receiver has now. */
  public static MultiShotSender cell(MultiShotReceiver receiver) {
    return receiver.cell();
  }

  /** The last step of a send: what a sender does that was suspended before it. */
  public static boolean publish(MultiShotSender sender) {
    return sender.publish();
  }

  /**
   * A send up to where the sender is suspended; what it does after that is what is returned.
   *
   * @param send the send, to which it looks as if nobody waited
   */
  public static Waker sendWithoutWaking(MultiShotSender sender, Runnable send) {
    MultiShotSender cell = sender.target();
    long shot = cell.sequence();
    Object found = Objects.requireNonNull(cell.getAndSetState(null), "nobody waits");
    send.run();
    return () -> Cell.wake(found, shot);
  }

  /** The receiver's step by which a sender that is suspended in a send is abandoned. */
  public static void abandon(MultiShotSender sender) {
    MultiShotSender cell = sender.target();
    if (!cell.abandon(cell.stateVolatile())) {
      throw new AssertionError("the outcome came first: " + sender);
    }
  }

  /**
   * Registers a waker, on the ground that a receiver saw nobody registered before it was suspended.
   *
   * @return whether it found an outcome instead
   */
  public static boolean isTooLateToRegister(MultiShotSender sender, Waker waker) {
    MultiShotSender cell = sender.target();
    return cell.register(null, waker) == cell;
  }

  /** The same of taking a waker back. */
  public static boolean isTooLateToWithdraw(MultiShotSender sender, Waker waker) {
    MultiShotSender cell = sender.target();
    return cell.deregister(waker) == cell;
  }

  /** Whether the sender's shot is open. */
  public static boolean isLive(MultiShotSender sender) {
    MultiShotSender cell = sender.target();
    return cell.isLive(cell.stateVolatile());
  }

  /** The phase of the receiver's handlers, as {@link Callbacks} names it. */
  public static String phase(MultiShotReceiver receiver) {
    Object callbacks = read(MultiShotReceiver.class, "callbacks", receiver);
    if (callbacks == null) {
      return "FREE";
    }
    long word = (long) Objects.requireNonNull(read(Callbacks.class, "word", callbacks));
    int mask = (int) Objects.requireNonNull(read(Callbacks.class, "PHASE_MASK", null));
    return nameOfConstant(Callbacks.class, (int) word & mask);
  }

  /** All phases. */
  public static List<String> phases() {
    return Arrays.stream(Callbacks.class.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> field.getType() == int.class && !Modifier.isPrivate(field.getModifiers()))
        .map(Field::getName)
        .toList();
  }

  /** How far a future of ours has come, as {@code OutcomeFuture} names it. */
  public static String progress(Future<?> future) {
    int progress = (int) Objects.requireNonNull(read(OutcomeFuture.class, "progress", future));
    return nameOfConstant(OutcomeFuture.class, progress);
  }

  /** What is to run when the sender is abandoned, in the words of {@link Cell}. */
  public static String abandonWaker(MultiShotSender sender) {
    Waker waker = sender.target().abandonWakerVolatile();
    return waker == null
        ? "none"
        : waker instanceof RunningWaker
            ? "running"
            : waker instanceof SourceLease ? "leased" : "watched";
  }

  /** The receiver's step by which it runs that. */
  public static void runAbandonWaker(MultiShotSender sender) {
    sender.target().runAbandonWaker(new RunningWaker());
  }

  /** What a private field of ours has; the class must have been at rest. */
  private static @Nullable Object read(Class<?> type, String name, @Nullable Object of) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(of);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(name, impossible);
    }
  }

  /** Of the constants that have this value, the first: phases are written before the rest. */
  private static String nameOfConstant(Class<?> type, int value) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == int.class)
        .filter(field -> Objects.equals(read(type, field.getName(), null), value))
        .findFirst()
        .orElseThrow()
        .getName();
  }

  /** The states that are objects of their own. */
  public static List<String> constants() {
    return Arrays.stream(Sentinel.class.getDeclaredFields())
        .filter(
            field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Sentinel.class)
        .map(Field::getName)
        .toList();
  }

  /** The kinds of what waits in a cell that the runtime has itself. */
  public static List<String> wakersOfOurs() {
    return Arrays.stream(ShotWaker.class.getPermittedSubclasses())
        .map(type -> type == GroupMember.class ? ReceiverMember.class : type) // the other: in slots
        .map(Class::getSimpleName)
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
    if (state instanceof Sentinel sentinel) {
      return sentinel.failure() != null ? "failed" : constant(sentinel);
    }
    return state instanceof ShotWaker ? state.getClass().getSimpleName() : "Waker";
  }

  private static String constant(Sentinel sentinel) {
    for (String name : constants()) {
      try {
        if (Sentinel.class.getDeclaredField(name).get(null) == sentinel) {
          return name;
        }
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError(name, impossible);
      }
    }
    throw new AssertionError(sentinel);
  }

  private static String parity(long sequence) {
    return (sequence & 1) != 0 ? "odd" : "even";
  }
}
