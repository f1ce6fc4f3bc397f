package io.multishot.lincheck;

import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one owner of a receiver and one owner of a sender, in any order that is legal. Each
 * is one call of the channel, so that it must seem to happen at one moment. A sender goes to the
 * other thread through a mailbox, as it would through a queue; whoever has used it forgets it.
 *
 * <p>{@link SequentialOperations} says what the calls return if none overlaps another.
 */
public abstract class Operations {

  private final Channel channel;

  private final AtomicReference<Channel.@Nullable Sender> mailbox = new AtomicReference<>();

  /** Of the receiver's owner. */
  private Channel.@Nullable Sender armed;

  /** Of the sender's owner, who has that of the first shot from the beginning. */
  private Channel.@Nullable Sender held;

  /** Of the receiver's owner. */
  private final Count waker = new Count();

  Operations(Channel channel) {
    this.channel = channel;
    held = channel.sender();
  }

  /** The new sender is handed over at once: nobody can tell, for there was none to abandon. */
  @Operation(nonParallelGroup = "receiver")
  public boolean trySender() {
    Channel.Sender sender = channel.trySender();
    if (sender == null) {
      return false;
    }
    mailbox.set(sender);
    return true;
  }

  /** The new sender is handed over by another call: the old one may tell that it is abandoned. */
  @Operation(nonParallelGroup = "receiver")
  public boolean renew() {
    try {
      armed = channel.renew();
      return true;
    } catch (IllegalStateException closed) {
      return false;
    }
  }

  @Operation(nonParallelGroup = "receiver")
  public void handOver() {
    if (armed != null) {
      mailbox.set(armed);
      armed = null;
    }
  }

  @Operation(nonParallelGroup = "receiver")
  public Poll poll() {
    return channel.poll();
  }

  @Operation(nonParallelGroup = "receiver")
  public Poll pollWithWaker() {
    return channel.poll(waker);
  }

  @Operation(nonParallelGroup = "receiver")
  public Poll pollWithAnother() {
    return channel.poll(new Count());
  }

  @Operation(nonParallelGroup = "receiver")
  public boolean withdraw() {
    return channel.withdraw();
  }

  @Operation(nonParallelGroup = "receiver")
  public @Nullable Long take() {
    try {
      return channel.take();
    } catch (IllegalStateException noValue) {
      return null;
    }
  }

  @Operation(nonParallelGroup = "receiver")
  public String receiveNow() throws InterruptedException {
    try {
      return Long.toString(channel.receive(0));
    } catch (TimeoutException | RuntimeException told) {
      return told.getClass().getSimpleName();
    }
  }

  @Operation(nonParallelGroup = "receiver")
  public boolean drop() {
    return channel.drop();
  }

  @Operation(nonParallelGroup = "receiver")
  public void close() {
    channel.close();
  }

  @Operation(nonParallelGroup = "sender")
  public boolean pickUp() {
    Channel.Sender sender = mailbox.getAndSet(null);
    if (sender != null) {
      held = sender;
    }
    return sender != null;
  }

  @Operation(nonParallelGroup = "sender")
  public @Nullable Boolean send(long value) {
    Channel.Sender sender = held;
    held = null;
    return sender == null ? null : (Boolean) sender.send(value);
  }

  @Operation(nonParallelGroup = "sender")
  public @Nullable Boolean fail() {
    Channel.Sender sender = held;
    held = null;
    return sender == null ? null : (Boolean) sender.fail(new IllegalArgumentException());
  }

  @Operation(nonParallelGroup = "sender")
  public void closeSender() {
    if (held != null) {
      held.close();
      held = null;
    }
  }

  @Operation(nonParallelGroup = "sender")
  public boolean isAbandoned() {
    return held != null && held.isAbandoned();
  }

  /** An operation of a sender that may wait. */
  final void watch(Waker onAbandonment) {
    if (held != null) {
      held.onAbandoned(onAbandonment);
    }
  }
}
