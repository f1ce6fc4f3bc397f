package io.multishot.soak;

import io.multishot.MultiShotHandler;
import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Waker;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fault in one of the methods of a generated channel, and what a soak has to say of it.
 *
 * <p>Each is a static method here, whose first parameter is the method as generated.
 */
enum Canary {
  LOSES_VALUES("send", "lose", Program.EXCHANGE, "no progress|told whether the receiver has"),
  LIES_TO_THE_SENDER("send", "lie", Program.EXCHANGE, "told whether the receiver has"),
  SENDS_INTO_THE_NEXT_SHOT("send", "mixUp", Program.EXCHANGE, "in the shot it was sent for"),
  SENDS_INTO_THE_NEXT_SHOT_ALONE("send", "mixUp", Program.SAME_THREAD, "received image"),
  SENDS_INTO_THE_NEXT_ROUND_TRIP("send", "mixUp", Program.ROUND_TRIP, "received image"),
  SENDS_INTO_THE_NEXT_SHOT_OF_A_GROUP("send", "mixUp", Program.GROUP, "shot it was sent for"),
  SENDS_INTO_THE_NEXT_SHOT_OF_A_CHAIN("send", "mixUp", Program.CHAIN, "shot it was sent for"),
  GIVES_VALUES_TWICE("take", "takeAgain", Program.EXCHANGE, "a mistake was not told"),
  ARMS_A_LIVE_SENDER(
      "trySender", "armAnyway", Program.HAND_OVER, "a live sender|a closed receiver"),
  WAKES_TWICE("poll", "wakeTwice", Program.EXCHANGE, "was run"),
  WAKES_THE_REPLACED("poll", "wakeReplaced", Program.EXCHANGE, "was run"),
  NEVER_WAKES("poll", "neverWake", Program.EXCHANGE, "no progress|was run 0 times"),
  SWALLOWS_INTERRUPTS("receive", "swallow", Program.EXCHANGE, "an interrupt is thrown or stays"),
  ALLOCATES("sender", "allocate", Program.SAME_THREAD, "every round of shots allocated"),
  KEEPS_VALUES("sendReference", "keep", Program.RETENTION, "still held"),
  RUNS_HANDLERS_TWICE("handler", "tellTwice", Program.EXCHANGE, "a handler is run once"),
  RUNS_HANDLERS_TWICE_IN_A_CHAIN("handler", "tellTwice", Program.CHAIN, "or once too often|image"),
  RUNS_HANDLERS_AT_ONCE("handler", "tellElsewhere", Program.CHAIN, "inside its own run"),
  LOSES_TASKS("onReceiveBy", "loseTask", Program.EXCHANGE, "no progress"),
  HIDES_REFUSALS("onReceiveBy", "hideRefusal", Program.EXCHANGE, "no progress"),
  TELLS_OF_A_LATE_TASK(
      "onReceiveBy",
      "tellLate",
      Program.EXCHANGE,
      "whose shot ends otherwise|a shot ends as the sender ended it"),
  ENDS_A_LATER_SHOT_BY_A_SOURCE(
      "sendFrom",
      "leaveLate",
      Program.EXCHANGE,
      "shot it was sent for|only if one was sent|this sender|one sender at once"),
  CANCELS_A_COPY("toFuture", "copy", Program.EXCHANGE, "can be armed|is cancelled|no progress"),
  WAKES_NO_GROUP("renew", "renewSilently", Program.GROUP, "no progress"),
  SENDS_THOUGH_IT_OVERFLOWED("send", "hideOverflow", Program.STACK, "near the end of the stack"),
  KEEPS_A_WORKER("receive", "keepWorker", Program.POOL, "no progress"),
  HIDES_LACK_OF_MEMORY("renew", "hideLack", Program.MEMORY, "broken for lack of memory");

  /** A fault shows itself in one of so many calls. */
  private static final int RARITY = 20;

  private static final AtomicLong CALLS = new AtomicLong();
  private static final AtomicReference<@Nullable Waker> LAST = new AtomicReference<>();
  private static final List<Object> KEPT = Collections.synchronizedList(new ArrayList<>());

  final Program program;

  /** What the soak has to say, as a regular expression. */
  final String complaint;

  private final String method;
  private final String fault;

  Canary(String method, String fault, Program program, String complaint) {
    this.method = method;
    this.fault = fault;
    this.program = program;
    this.complaint = complaint;
  }

  /** A kind with this fault, and no other. */
  Kind in(Kind kind) {
    Method body =
        Arrays.stream(Canary.class.getDeclaredMethods())
            .filter(each -> each.getName().equals(fault))
            .findAny()
            .orElseThrow();
    try {
      MethodHandle faulty = MethodHandles.lookup().unreflect(body);
      return kind.with(method, original -> faulty.bindTo(original));
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** What it kept is not to be kept by the tests. */
  static void forget() {
    KEPT.clear();
    LAST.set(null);
  }

  private static boolean isNow() {
    return CALLS.incrementAndGet() % RARITY == 0;
  }

  static MultiShotHandler tellTwice(MethodHandle handler, Inbox inbox) throws Throwable {
    Inbox twice =
        new Inbox() {
          @Override
          public void received(long image) {
            inbox.received(image);
            inbox.received(image);
          }

          @Override
          public void failed(Throwable failure) {
            inbox.failed(failure);
            inbox.failed(failure);
          }
        };
    return (MultiShotHandler) handler.invokeExact(twice);
  }

  static MultiShotHandler tellElsewhere(MethodHandle handler, Inbox inbox) throws Throwable {
    Inbox elsewhere =
        new Inbox() {
          @Override
          public void received(long image) {
            new Thread(() -> inbox.received(image)).start();
          }

          @Override
          public void failed(Throwable failure) {
            new Thread(() -> inbox.failed(failure)).start();
          }
        };
    return (MultiShotHandler) handler.invokeExact(elsewhere);
  }

  static void loseTask(
      MethodHandle register, MultiShotReceiver receiver, MultiShotHandler handler, Executor by)
      throws Throwable {
    Executor losing =
        task -> {
          if (!isNow()) {
            by.execute(task);
          }
        };
    register.invokeExact(receiver, handler, losing);
  }

  static void hideRefusal(
      MethodHandle register, MultiShotReceiver receiver, MultiShotHandler handler, Executor by)
      throws Throwable {
    Executor hiding =
        task -> {
          try {
            by.execute(task);
          } catch (Fault refusal) {
            LAST.set(() -> {});
          }
        };
    register.invokeExact(receiver, handler, hiding);
  }

  /** Tells a handler of a shot that another is open when its task comes. */
  static void tellLate(
      MethodHandle register, MultiShotReceiver receiver, MultiShotHandler handler, Executor by)
      throws Throwable {
    Executor late =
        task ->
            by.execute(
                () -> {
                  boolean isLate = receiver.poll() == Poll.PENDING;
                  task.run();
                  if (isLate) {
                    handler.failed(new Fault("of no shot"));
                  }
                });
    register.invokeExact(receiver, handler, late);
  }

  static void leaveLate(MethodHandle leave, MultiShotSender sender, CompletionStage<?> source) {
    source.whenComplete(
        (result, failure) -> {
          try {
            leave.invokeExact(sender, source);
          } catch (Throwable consumed) {
            LAST.set(() -> {});
          }
        });
  }

  static CompletableFuture<?> copy(MethodHandle toFuture, MultiShotReceiver receiver)
      throws Throwable {
    return ((CompletableFuture<?>) toFuture.invokeExact(receiver)).copy();
  }

  static MultiShotSender renewSilently(MethodHandle renew, MultiShotReceiver receiver)
      throws Throwable {
    receiver.withdraw();
    return (MultiShotSender) renew.invokeExact(receiver);
  }

  static boolean hideOverflow(MethodHandle send, MultiShotSender sender, long shot)
      throws Throwable {
    try {
      return (boolean) send.invokeExact(sender, shot);
    } catch (StackOverflowError hidden) {
      return true;
    }
  }

  static long keepWorker(MethodHandle receive, MultiShotReceiver receiver) throws Throwable {
    while (receiver.poll() == Poll.PENDING) {
      LockSupport.parkNanos(100_000);
    }
    return (long) receive.invokeExact(receiver);
  }

  static @Nullable MultiShotSender hideLack(MethodHandle renew, MultiShotReceiver receiver)
      throws Throwable {
    try {
      return (MultiShotSender) renew.invokeExact(receiver);
    } catch (OutOfMemoryError hidden) {
      return null;
    }
  }

  static boolean lose(MethodHandle send, MultiShotSender sender, long shot) throws Throwable {
    return isNow() || (boolean) send.invokeExact(sender, shot);
  }

  static boolean lie(MethodHandle send, MultiShotSender sender, long shot) throws Throwable {
    return isNow() ^ (boolean) send.invokeExact(sender, shot);
  }

  static boolean mixUp(MethodHandle send, MultiShotSender sender, long shot) throws Throwable {
    return (boolean) send.invokeExact(sender, isNow() ? shot - 1 : shot);
  }

  static long takeAgain(MethodHandle take, MultiShotReceiver receiver) throws Throwable {
    try {
      return (long) take.invokeExact(receiver);
    } catch (IllegalStateException none) {
      return 0;
    }
  }

  static @Nullable MultiShotSender armAnyway(MethodHandle arm, MultiShotReceiver receiver)
      throws Throwable {
    MultiShotSender armed = (MultiShotSender) arm.invokeExact(receiver);
    return armed != null ? armed : Kind.all().get(0).open().sender();
  }

  static Poll wakeTwice(MethodHandle poll, MultiShotReceiver receiver, Waker waker)
      throws Throwable {
    Waker twice =
        () -> {
          waker.wake();
          waker.wake();
        };
    return (Poll) poll.invokeExact(receiver, twice);
  }

  static Poll wakeReplaced(MethodHandle poll, MultiShotReceiver receiver, Waker waker)
      throws Throwable {
    Waker replaced = LAST.getAndSet(waker);
    Waker both =
        () -> {
          waker.wake();
          if (replaced != null) {
            replaced.wake();
          }
        };
    return (Poll) poll.invokeExact(receiver, both);
  }

  static Poll neverWake(MethodHandle poll, MultiShotReceiver receiver, Waker waker)
      throws Throwable {
    Waker idle = () -> {};
    return (Poll) poll.invokeExact(receiver, idle);
  }

  static long swallow(MethodHandle receive, MultiShotReceiver receiver) throws Throwable {
    while (true) {
      try {
        return (long) receive.invokeExact(receiver);
      } catch (InterruptedException swallowed) {
        // waits on, as if nothing had been
      }
    }
  }

  static MultiShotSender allocate(MethodHandle arm, MultiShotReceiver receiver) throws Throwable {
    if (isNow()) {
      LAST.set(new LoadedWaker(() -> {}));
    }
    return (MultiShotSender) arm.invokeExact(receiver);
  }

  static boolean keep(MethodHandle send, MultiShotSender sender, Object reference)
      throws Throwable {
    KEPT.add(reference);
    return (boolean) send.invokeExact(sender, reference);
  }
}
