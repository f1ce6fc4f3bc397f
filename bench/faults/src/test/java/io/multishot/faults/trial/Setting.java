package io.multishot.faults.trial;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.ReceiverGroup;
import io.multishot.Shot;
import io.multishot.faults.Injector;
import io.multishot.fixtures.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A channel, what is registered with it, and what is known of each of its shots. */
final class Setting {

  private static final AtomicLong VALUES = new AtomicLong();

  final Channel channel;
  final MultiShotReceiver receiver;
  final Tasks tasks = new Tasks();
  final List<Reply> replies = new ArrayList<>();
  final List<Promise> promises = new ArrayList<>();

  /** Outcomes that were shown to somebody whom they were not for. */
  final List<String> foreign = new ArrayList<>();

  /** The shot that was armed last. */
  @Nullable Reply reply;

  /** The shot whose sender is used: that one, or an abandoned one. */
  @Nullable Reply acting;

  /** What the situation has registered for it, if anything. */
  @Nullable Bell bell;

  @Nullable Listener listener;

  /** Whether handlers were registered, which may fail by themselves. */
  boolean hasHandler;

  @Nullable Promise promise;
  @Nullable Waiting waiting;

  /** Other objects that operations are called on. */
  @Nullable ReceiverGroup group;

  @Nullable Shot shot;

  /** What an operation was for. */
  @Nullable String text;

  /** Wakers that an operation has registered. */
  final List<Bell> otherBells = new ArrayList<>();

  /** Abandon wakers that another one was to replace. */
  final List<Bell> replacedBells = new ArrayList<>();

  /** Shots for which a handler was registered by the last one's handler. */
  final List<Reply> handled = new ArrayList<>();

  Reply.Disposal closed = Reply.Disposal.NO;

  private final Asking asks;

  /** Whether the sender asks to be told if it is abandoned. */
  enum Asking {
    NO,
    YES,
    BY_A_WAKER_THAT_THROWS
  }

  Setting(Supplier<Channel> kind, Asking asks) {
    this.asks = asks;
    channel = kind.get();
    receiver = channel.receiver();
  }

  /** Whether nothing is registered for the open shot. */
  boolean isFree() {
    return bell == null && listener == null && promise == null && waiting == null;
  }

  // The receiver's owner

  Reply armed(MultiShotSender sender) {
    Reply next = new Reply(VALUES.incrementAndGet(), sender);
    replies.add(next);
    reply = next;
    return next;
  }

  Reply arm() {
    Reply armed = armed(channel.sender());
    acting = armed;
    if (asks != Asking.NO) {
      Bell added = asks == Asking.YES ? new Bell() : new Bell.Broken();
      armed.sender.onAbandoned(added);
      armed.abandonBell = added;
    }
    return armed;
  }

  /** Registers a handler for the open shot. */
  Listener handle(@Nullable Executor executor) {
    hasHandler = true;
    Listener added = new Listener(this, openReply());
    channel.onReceive(added, executor);
    return added;
  }

  /** Makes a future of the open shot. */
  Promise promise() {
    Promise added = new Promise(openReply());
    promises.add(added);
    added.future = channel.toFuture();
    return added;
  }

  /** The shot whose outcome the receiver would show. */
  @Nullable Reply openReply() {
    return reply != null && reply.told.get() == 0 && reply.disposal != Reply.Disposal.YES
        ? reply
        : null;
  }

  // The sender's owner. The answer is noted without a call, which could overflow the stack.

  void send(Reply of) {
    of.attempt(Reply.Ending.VALUE);
    of.wasWanted = channel.sendNumber(of.sender, Twins.VALUES, of.value);
    of.ending = of.wasWanted ? of.attempted : Reply.Ending.REFUSED;
  }

  void fail(Reply of) {
    of.attempt(Reply.Ending.FAILURE);
    of.wasWanted = of.sender.fail(of.failure);
    of.ending = of.wasWanted ? of.attempted : Reply.Ending.REFUSED;
  }

  void close(Reply of) {
    of.attempt(Reply.Ending.DISCONNECT);
    of.sender.close();
    if (of.ending == Reply.Ending.OPEN || of.ending == Reply.Ending.LEFT) {
      of.ending = Reply.Ending.DISCONNECT;
    }
  }

  /** What a future of the channel's type is completed with. */
  Object box(long value) {
    return channel.valueOf(Twins.VALUES, value);
  }

  // What is shown

  /** The number of what was received last. */
  long seen() {
    return Twins.number(channel.received());
  }

  /** An outcome that is a value was shown to who waits for {@code expected}. */
  synchronized void tell(@Nullable Reply expected, long value) {
    if (expected == null || expected.value != value) {
      foreign.add("a value, %s, of %s, to who waits for %s".formatted(value, replies, expected));
    } else {
      expected.told.incrementAndGet();
    }
  }

  /** An outcome that is none was shown to who waits for {@code expected}. */
  synchronized void tellFailure(@Nullable Reply expected, Throwable failure) {
    if (expected == null) {
      if (!(failure instanceof DisconnectedException) && !Injector.isInjected(failure)) {
        foreign.add("%s, of %s, where there was no shot".formatted(failure, replies));
      }
      return;
    }
    boolean isItsOwn =
        failure == expected.failure
            || failure.getCause() == expected.failure // wrapped, where it could not be asked for
            || Injector.isInjected(failure)
            || failure instanceof StackOverflowError
            || (failure instanceof DisconnectedException
                && expected.attempted == Reply.Ending.DISCONNECT);
    if (isItsOwn) {
      expected.told.incrementAndGet();
    } else {
      foreign.add("%s, to who waits for %s".formatted(failure, expected));
    }
  }

  /** Runs something that may block, and ends the open shot from another thread if it does. */
  void block(Waiting.Wait wait) throws Exception {
    Reply open = openReply();
    if (open == null || open.isOver()) {
      wait.run();
    } else {
      Helper.whileParked(() -> end(open), receiver::close, wait);
    }
  }

  /** Ends a shot that is open, with a value. */
  void end(Reply open) {
    if (open.source != null) {
      open.source.complete(box(open.value));
      open.ending = Reply.Ending.VALUE;
    } else {
      send(open);
    }
  }

  /** Waits until the future is done; it is found out later if it is not. */
  void awaitPromise() {
    Promise due = promise;
    if (due != null) {
      try {
        Objects.requireNonNull(due.future).get(Waiting.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (Exception expected) {
        // what it is completed with is of no interest here
      }
    }
  }

  /** Lets everything come to its end that can by itself. */
  void settle() {
    while (!tasks.isEmpty()) {
      tasks.runOne();
    }
    for (Promise each : promises) {
      each.hear(this);
    }
  }
}
