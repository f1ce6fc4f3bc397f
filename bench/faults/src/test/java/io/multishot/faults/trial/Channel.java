package io.multishot.faults.trial;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Shot;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A generated channel in the form in which all kinds are tried alike. What it carries is told by a
 * number; where a message has two parts, it is checked that they belong together.
 *
 * <p>What was received is left in a field, without a call, which could overflow the stack when the
 * channel is done already; it is looked at when the operation is over.
 */
abstract class Channel {

  /** What was received last, if the channel carries references or messages. */
  @Nullable Object object;

  /** What was received last, if it carries a {@code long}. */
  long number;

  /** Whether something was received since {@link #seen()}. */
  boolean hasSeen;

  abstract MultiShotReceiver receiver();

  abstract MultiShotSender sender();

  abstract @Nullable MultiShotSender trySender();

  abstract MultiShotSender renew();

  abstract void peek();

  abstract void take();

  abstract void receive() throws InterruptedException;

  abstract void receiveUninterruptibly();

  abstract void receive(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException;

  /** Registers a handler that tells {@code told}; without an executor if that is {@code null}. */
  abstract void onReceive(Told told, @Nullable Executor executor);

  /** The same for a view, where a record is otherwise made. */
  void onReceiveView(Told told, @Nullable Executor executor) {
    onReceive(told, executor);
  }

  abstract CompletableFuture<?> toFuture();

  abstract boolean send(MultiShotSender sender, long value);

  abstract void sendFrom(MultiShotSender sender, CompletionStage<?> source);

  abstract Shot shot(MultiShotSender sender);

  abstract boolean send(Shot shot, long value);

  /** What a future of the channel's type is completed with. */
  abstract Object box(long value);

  abstract long unbox(@Nullable Object value);

  /** What was received last. */
  final long seen() {
    hasSeen = false;
    Object last = object;
    object = null;
    return last == null ? number : unbox(last);
  }
}
