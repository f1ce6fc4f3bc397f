package io.multishot.soak;

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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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
  KEEPS_VALUES("sendReference", "keep", Program.RETENTION, "still held");

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
