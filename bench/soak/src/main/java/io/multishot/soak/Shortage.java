package io.multishot.soak;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.fixtures.Channel;
import io.multishot.fixtures.Handler;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Operations that find no memory: each has done what it is for, or nothing at all, and the channel
 * is as good as before.
 *
 * <p>One thread, of the program itself, which has filled the memory: whoever else allocates would
 * find none either.
 */
final class Shortage {

  /** What is filled up with, from large to small; each size until there is no room for it. */
  private static final int[] SIZES = {1 << 16, 1 << 9, 8};

  /** How much is kept free of what fills the memory, for what is done between two operations. */
  private static final int RESERVE = 8;

  /** Where there is more, it would take too long. */
  private static final long MOST_MEMORY = 64 << 20;

  private interface Check {
    void of(Shortage shortage, boolean isDone) throws InterruptedException;
  }

  /** What is to be done for lack of memory, after what has been prepared. */
  @SuppressWarnings("ImmutableEnumChecker") // references of methods, which hold nothing
  private enum Deed {
    RENEW(Shortage::listen, Shortage::renew, Shortage::afterRenew),
    CLOSE(Shortage::listen, Shortage::close, Shortage::afterClose),
    FAIL(Shortage::nothing, Shortage::fail, Shortage::afterFail),
    SEND_FROM(Shortage::nothing, Shortage::sendFrom, Shortage::afterSendFrom),
    REGISTER(Shortage::nothing, Shortage::register, Shortage::afterRegister),
    TO_FUTURE(Shortage::nothing, Shortage::toFuture, Shortage::afterToFuture),
    SEND_TO_WAKER(Shortage::poll, Shortage::send, Shortage::afterSendToWaker),
    SEND_TO_HANDLER(Shortage::register, Shortage::send, Shortage::afterSendToHandler),
    SEND_TO_FUTURE(Shortage::toFuture, Shortage::send, Shortage::afterSendToFuture),
    CANCEL(Shortage::toFuture, Shortage::cancel, Shortage::afterCancel),
    RECEIVE_FAILURE(Shortage::fail, Shortage::receive, Shortage::afterReceiveFailure);

    private final Step preparation;
    private final Step deed;
    private final Check check;

    Deed(Step preparation, Step deed, Check check) {
      this.preparation = preparation;
      this.deed = deed;
      this.check = check;
    }
  }

  private interface Step {
    void of(Shortage shortage) throws InterruptedException;
  }

  private static final class Told implements Handler {
    private int values;
    private int failures;

    @Override
    public void received(@Nullable Object value) {
      values++;
    }

    @Override
    public void failed(Throwable failure) {
      failures++;
    }
  }

  private final Tally tally;
  private final Kind kind;
  private final SplittableRandom random;
  private final Object[] large = new Object[4096];
  private int largeCount;
  private @Nullable Object small;

  // Of the operation that is on.
  private Channel channel;
  private MultiShotSender sender;
  private long shot;
  private int wakes;
  private Told told = new Told();
  private @Nullable CompletableFuture<?> future;
  private @Nullable MultiShotSender fresh;
  private boolean isWanted;
  private final Fault failure = new Fault("little memory");
  private CompletableFuture<Object> source = new CompletableFuture<>();

  Shortage(Tally tally, Kind kind, long seed) {
    this.tally = tally;
    this.kind = kind;
    this.random = new SplittableRandom(seed);
    this.channel = kind.open();
    this.sender = channel.sender();
  }

  /** Goes through all operations in some order, or as many as there is time for. */
  void check(BooleanSupplier isTimeUp) throws InterruptedException {
    if (Runtime.getRuntime().maxMemory() > MOST_MEMORY) {
      return;
    }
    int first = random.nextInt(Deed.values().length);
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler((ignored, thrown) -> {}); // a handler's, for lack of memory
    try {
      for (int i = 0; i < Deed.values().length && !isTimeUp.getAsBoolean(); i++) {
        Deed deed = Deed.values()[(first + i) % Deed.values().length];
        goThrough(deed, /* isShort= */ false); // all is linked after that
        goThrough(deed, /* isShort= */ true);
      }
    } finally {
      small = null;
      thread.setUncaughtExceptionHandler(before);
    }
  }

  private void goThrough(Deed deed, boolean isShort) throws InterruptedException {
    channel = kind.open();
    sender = channel.sender();
    shot++;
    wakes = 0;
    told = new Told();
    future = null;
    fresh = null;
    isWanted = false;
    source = CompletableFuture.completedFuture(channel.valueOf(Payloads.POOLED, shot));
    deed.preparation.of(this);
    boolean isDone = true;
    if (isShort) {
      fill();
    }
    try {
      deed.deed.of(this);
    } catch (OutOfMemoryError none) {
      isDone = false;
    }
    release();
    if (!isShort && !isDone) {
      throw new SoakFailure("no memory, though there is some: " + deed);
    }
    tally.add(Count.OUT_OF_MEMORY, isDone ? 0 : 1);
    tally.add(Count.SAME_THREAD);
    try {
      deed.check.of(this, isDone);
      requireUsable();
    } catch (RuntimeException thrown) {
      throw new SoakFailure("broken for lack of memory: " + deed + ", done: " + isDone, thrown);
    }
  }

  private void fill() {
    for (int size : SIZES) {
      try {
        while (true) {
          Object[] piece = new Object[size];
          if (size == SIZES[0]) {
            large[largeCount++] = piece;
          } else {
            piece[0] = small;
            small = piece;
          }
        }
      } catch (OutOfMemoryError full) {
        // of this size
      }
    }
  }

  private void release() {
    small = null;
    for (int i = 0; i < RESERVE && largeCount > 0; i++) {
      large[--largeCount] = "";
    }
  }

  private void requireUsable() {
    MultiShotReceiver receiver = channel.receiver();
    if (!receiver.toString().endsWith("[closed]")) {
      require(receiver.poll() != Poll.PENDING, "nothing is open in the end");
      require(
          channel.sendNumber(channel.sender(), Payloads.POOLED, shot), "the next shot is wanted");
      require(
          channel.takeNumber() == channel.expected(Payloads.POOLED, shot),
          "the next shot has its value");
    }
  }

  private static void require(boolean isKept, String promise) {
    if (!isKept) {
      throw new IllegalStateException(promise);
    }
  }

  private void requireOpen() {
    require(channel.receiver().poll() == Poll.PENDING, "the shot is open still");
    require(channel.sendNumber(sender, Payloads.POOLED, shot), "its sender is live still");
    require(channel.takeNumber() == channel.expected(Payloads.POOLED, shot), "its value comes");
  }

  private void nothing() {}

  private void listen() {
    sender.onAbandoned(() -> wakes++);
  }

  private void renew() {
    fresh = channel.renew();
  }

  private void afterRenew(boolean isDone) {
    require(wakes == (isDone ? 1 : 0), "the sender is told if it was abandoned");
    if (isDone) {
      require(fresh != null && fresh != sender, "another sender is live");
      require(!channel.sendNumber(sender, Payloads.POOLED, shot), "the old one is not wanted");
      sender = Objects.requireNonNull(fresh);
    }
    requireOpen();
  }

  private void close() {
    channel.receiver().close();
  }

  private void afterClose(boolean isDone) {
    require(wakes == (isDone ? 1 : 0), "the sender is told if it was abandoned");
    if (isDone) {
      require(channel.trySender() == null, "a closed receiver arms nothing");
      require(!channel.sendNumber(sender, Payloads.POOLED, shot), "it wants nothing");
    } else {
      requireOpen();
    }
  }

  private void fail() {
    sender.fail(failure);
  }

  private void afterFail(boolean isDone) {
    if (isDone) {
      require(channel.receiver().failure() == failure, "the failure is there");
      channel.receiver().drop();
    } else {
      requireOpen();
    }
  }

  private void sendFrom() {
    channel.sendFrom(sender, source);
  }

  private void afterSendFrom(boolean isDone) {
    if (isDone) { // what comes of it may have found no memory, and failed the shot with that
      require(channel.receiver().poll() != Poll.PENDING, "the shot has an outcome");
      channel.receiver().drop();
    } else {
      requireOpen();
    }
  }

  private void register() {
    channel.register(channel.typed(told), null);
  }

  private void afterRegister(boolean isDone) {
    require(channel.receiver().withdraw() == isDone, "it is registered if that returned");
    requireOpen();
    require(told.values + told.failures == 0, "what was withdrawn is not run");
  }

  private void toFuture() {
    future = channel.toFuture();
  }

  private void afterToFuture(boolean isDone) {
    require(channel.receiver().withdraw() == isDone, "it is registered if that returned");
    require(future == null || future.isCancelled(), "it is cancelled");
    requireOpen();
  }

  private void poll() {
    channel.poll(() -> wakes++);
  }

  private void send() {
    isWanted = channel.sendNumber(sender, Payloads.POOLED, shot);
  }

  private void afterSendToWaker(boolean isDone) {
    if (isDone) {
      require(isWanted && wakes == 1, "the waker is run");
      require(
          channel.takeNumber() == channel.expected(Payloads.POOLED, shot), "the value is there");
    } else {
      requireOpen();
    }
  }

  /** The adapter of a handler makes objects of values, for which there may be no memory. */
  private void afterSendToHandler(boolean isDone) {
    if (isDone) {
      require(isWanted, "it is sent");
      require(told.values + told.failures <= 1, "a handler is run once");
    } else {
      require(told.values + told.failures == 0, "what is not sent is not told");
      require(channel.receiver().withdraw(), "the handler waits still");
      requireOpen();
    }
  }

  /** What completes a future allocates: it may find no memory, and is not promised then. */
  private void afterSendToFuture(boolean isDone) {
    CompletableFuture<?> made = Objects.requireNonNull(future);
    require(isDone || !made.isDone(), "what is not sent completes nothing");
    if (isDone) {
      boolean unused = made.cancel(false);
      require(isWanted && made.isDone(), "it is done, or can be cancelled");
    } else {
      require(channel.receiver().withdraw(), "the future waits still");
      requireOpen();
    }
  }

  private void cancel() {
    require(future != null && future.cancel(false), "it can be cancelled");
  }

  /**
   * If there is no memory for the next cell, the outcome is discarded when it comes; if there is
   * none for the future's own exception, it is done by the error that came of that.
   */
  private void afterCancel(boolean isDone) {
    CompletableFuture<?> made = Objects.requireNonNull(future);
    require(made.isDone() || !isDone, "it is cancelled");
    if (made.isDone() && channel.receiver().poll() == Poll.PENDING) {
      boolean unused = channel.sendNumber(sender, Payloads.POOLED, shot);
    } else if (!made.isDone() && channel.receiver().withdraw()) {
      requireOpen();
    } else if (!made.isDone()) {
      require(made.cancel(false), "it can be cancelled again");
    }
  }

  private void receive() throws InterruptedException {
    try {
      long value = channel.receiveNumber();
      throw new IllegalStateException("received " + value + ", where there is a failure");
    } catch (CompletionException | DisconnectedException expected) {
      require(expected.getCause() == failure, "the cause is what the sender gave");
    }
  }

  private void afterReceiveFailure(boolean isDone) throws InterruptedException {
    if (!isDone) {
      require(channel.receiver().failure() == failure, "the failure is there still");
      receive();
    }
  }
}
