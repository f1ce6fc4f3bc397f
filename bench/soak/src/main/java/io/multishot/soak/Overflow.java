package io.multishot.soak;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.fixtures.Channel;
import io.multishot.fixtures.Handler;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends as near to the end of the stack as it can. What overflows the stack has sent nothing; what
 * returns has sent, and ended the shot for whoever waits; and the channel is as good as before.
 *
 * <p>What a waker or a handler does there is the user's: it may overflow the stack itself, and be
 * told so. It is not run twice, and those of the next shot are run as always.
 */
final class Overflow {

  private static final int WARM_UP = 200;

  /** Who waits for the outcome. */
  private enum Waiter {
    NONE,
    WAKER,
    HANDLER,
    HANDLER_BY_EXECUTOR,
    FUTURE
  }

  /** A handler that needs hardly any stack. */
  private static final class Told implements Handler {
    private int runs;
    private @Nullable Object value;

    @Override
    public void received(@Nullable Object newValue) {
      runs++;
      value = newValue;
    }

    @Override
    public void failed(Throwable failure) {
      runs++;
    }
  }

  private final Harness harness;
  private final SplittableRandom random;
  private final Channel channel;
  private final MultiShotReceiver receiver;

  // Of the shot that is on.
  private int wakes;
  private Told told = new Told();
  private @Nullable CompletableFuture<?> future;
  private boolean isSent;
  private boolean isWanted;
  private long overflowed;

  Overflow(Harness harness, Kind kind, long seed) {
    this.harness = harness;
    this.random = new SplittableRandom(seed);
    this.channel = kind.open();
    this.receiver = channel.receiver();
    harness.watch(receiver);
  }

  void goThrough(int shots, BooleanSupplier isTimeUp) {
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught(thrown));
    long shot = 0;
    for (; shot < WARM_UP; shot++) { // all is linked, or what is the JDK's might not stand it
      usual(shot, Waiter.values()[(int) shot % Waiter.values().length]);
    }
    for (int i = 0; i < shots && !isTimeUp.getAsBoolean(); i++) {
      Waiter waiter = Draw.any(Waiter.values(), random);
      atTheEnd(shot++, waiter);
      usual(shot++, waiter);
      harness.tally().add(Count.OVERFLOWED, overflowed);
      harness.progress();
    }
    receiver.close();
  }

  private void uncaught(Throwable thrown) {
    if (!(thrown instanceof StackOverflowError)) {
      harness.fail(thrown);
    }
  }

  private void usual(long shot, Waiter waiter) {
    MultiShotSender sender = arm(waiter);
    require(
        channel.sendNumber(sender, Payloads.POOLED, shot),
        "a receiver that waits wants what is sent",
        waiter);
    long expected = channel.expected(Payloads.POOLED, shot);
    switch (waiter) {
      case NONE -> requireValue(expected, waiter);
      case WAKER -> {
        require(wakes == 1, "a waker is run once", waiter);
        requireValue(expected, waiter);
      }
      case HANDLER, HANDLER_BY_EXECUTOR ->
          require(
              told.runs == 1 && channel.numberOf(told.value) == expected,
              "a handler is told the value",
              waiter);
      case FUTURE ->
          require(
              future != null && future.isDone() && channel.numberOf(future.join()) == expected,
              "a future has the value",
              waiter);
    }
    count(Count.RECEIVED);
  }

  private void atTheEnd(long shot, Waiter waiter) {
    MultiShotSender sender = arm(waiter);
    isSent = false;
    overflowed = 0;
    descend(sender, shot);
    require(isSent && isWanted, "what returns has sent", waiter);
    long expected = channel.expected(Payloads.POOLED, shot);
    boolean isOver = receiver.poll() == Poll.DISCONNECTED;
    switch (waiter) {
      case NONE -> requireValue(expected, waiter);
      case WAKER -> {
        require(wakes <= 1, "a waker is run once", waiter);
        requireValue(expected, waiter);
      }
      case HANDLER -> {
        require(told.runs <= 1 && isOver, "a handler is run once, and that ends the shot", waiter);
        require(
            told.value == null || channel.numberOf(told.value) == expected, "its value", waiter);
      }
      case HANDLER_BY_EXECUTOR -> {
        require(told.runs <= 1, "a handler is run once", waiter);
        require(told.runs == 0 || isOver, "a handler's run ends the shot", waiter);
        require(isOver || receiver.poll() == Poll.READY, "nothing is open", waiter);
      }
      case FUTURE ->
          require(future != null && future.isDone() && isOver, "a future is completed", waiter);
    }
    boolean unused = receiver.drop(); // what an executor could not be given
    count(isOver ? Count.RECEIVED : Count.DROPPED);
  }

  private void count(Count ending) {
    harness.tally().add(Count.SENT);
    harness.tally().add(ending);
    harness.tally().add(Count.SAME_THREAD);
  }

  private MultiShotSender arm(Waiter waiter) {
    MultiShotSender sender = channel.sender();
    wakes = 0;
    told = new Told();
    switch (waiter) {
      case NONE -> {}
      case WAKER -> channel.poll(() -> wakes++);
      case HANDLER -> channel.register(channel.typed(told), null);
      case HANDLER_BY_EXECUTOR -> channel.register(channel.typed(told), Runnable::run);
      case FUTURE -> future = channel.toFuture();
    }
    return sender;
  }

  /** Each frame tries, from the last one on, until there is room. */
  @SuppressWarnings("InfiniteRecursion") // that is what it is for
  private void descend(MultiShotSender sender, long shot) {
    try {
      descend(sender, shot);
    } catch (StackOverflowError atTheEnd) {
      // and back
    }
    if (!isSent) {
      try {
        isWanted = channel.sendNumber(sender, Payloads.POOLED, shot);
        isSent = true;
      } catch (StackOverflowError tooNear) {
        overflowed++;
      }
    }
  }

  private void requireValue(long expected, Waiter waiter) {
    require(receiver.poll() == Poll.READY && channel.takeNumber() == expected, "its value", waiter);
  }

  private void require(boolean isKept, String promise, Waiter waiter) {
    if (!isKept) {
      throw new SoakFailure(
          "broken near the end of the stack: "
              + promise
              + ": "
              + waiter
              + ", run "
              + told.runs
              + " times, woken "
              + wakes
              + ", future "
              + future
              + ", "
              + receiver);
    }
  }
}
