package io.multishot.faults.trial;

import io.multishot.DisconnectedException;
import io.multishot.faults.Breach;
import io.multishot.faults.Injector;
import io.multishot.fixtures.Channel;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One operation on one channel in one state, run once. */
final class Trial implements Attempt {

  final Setting setting;
  final Situation situation;
  final Operation operation;

  /** The shot that was open before the operation. */
  final @Nullable Reply before;

  /** Whether it was over for the receiver even then. */
  final boolean wasDisposed;

  private final boolean wasLeft;
  private final boolean isPrepared;
  private @Nullable Throwable thrown;

  /** Whether the operation has returned; it was not even called if the stack ended before. */
  private boolean hasReturned;

  Trial(Supplier<Channel> kind, Situation situation, Setting.Asking asks, Operation operation) {
    this.setting = new Setting(kind, asks);
    this.situation = situation;
    this.operation = operation;
    situation.enter(setting);
    this.isPrepared = operation.prepare(setting);
    this.before = setting.openReply();
    Reply acting = setting.acting;
    this.wasDisposed = acting != null && acting.disposal == Reply.Disposal.YES;
    this.wasLeft = acting != null && acting.ending == Reply.Ending.LEFT;
    if (acting != null) {
      acting.wasWanted = false; // from here on it is the operation's answer
    }
  }

  boolean isPrepared() {
    return isPrepared;
  }

  /** What the operation has thrown. */
  @Override
  public @Nullable Throwable thrown() {
    return thrown;
  }

  /** Runs the operation. Throws nothing, and makes no call when it is over. */
  @Override
  public void run() {
    try {
      operation.run(setting);
      hasReturned = true;
    } catch (Throwable any) {
      thrown = any;
    }
  }

  /** Notes what the operation has shown. */
  void hear(BiConsumer<Breach, String> breaches) {
    boolean isInterrupted = Thread.interrupted();
    if (operation == Operation.RECEIVE_UNINTERRUPTIBLY_INTERRUPTED
        && hasReturned
        && !isInterrupted) {
      breaches.accept(Breach.STRANGE, "the interrupt is lost");
    }
    if (hasReturned && operation.isLate()) {
      setting.awaitPromise();
    }
    if (setting.channel.hasReceived() && setting.waiting == null) {
      long seen = setting.seen();
      if (operation != Operation.PEEK) {
        setting.tell(before, seen);
      } else if (before == null || seen != before.value) {
        breaches.accept(Breach.FOREIGN, "peek has shown " + seen);
      }
    }
    Throwable any = thrown;
    if (hasReturned && wasLeft && operation.consumes()) {
      breaches.accept(Breach.NOT_CONSUMED, "left to a future, and then " + operation);
    }
    if (any == null || Injector.isInjected(any) || isOverflow(any)) {
      return;
    }
    Reply open = before;
    if (any instanceof CompletionException && operation.part == Operation.Part.WAIT) {
      Throwable cause = any.getCause();
      setting.tellFailure(open, cause == null ? any : cause);
    } else if (any instanceof DisconnectedException && open != null && open.told.get() == 0) {
      setting.tellFailure(open, any);
    } else if (any instanceof InterruptedException) {
      if (operation.isInterrupted()) {
        return;
      }
      breaches.accept(Breach.PARKED, "the operation itself, until it was interrupted");
    } else if (!isExpected(any)) {
      breaches.accept(Breach.STRANGE, "threw " + any);
    }
  }

  /** Whether it is an overflow of the stack, or thrown because of one. */
  private static boolean isOverflow(Throwable any) {
    return any instanceof StackOverflowError || any.getCause() instanceof StackOverflowError;
  }

  /** What operations throw where they cannot be used, or show a failure. */
  private static boolean isExpected(Throwable any) {
    return any instanceof IllegalStateException
        || any instanceof CompletionException
        || any instanceof DisconnectedException
        || any instanceof TimeoutException;
  }
}
