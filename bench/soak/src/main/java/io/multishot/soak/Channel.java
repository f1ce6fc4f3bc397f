package io.multishot.soak;

import io.multishot.MultiShotHandler;
import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Shot;
import io.multishot.Waker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A generated channel as all look alike: what is sent is named by its shot, and what is received is
 * told by its {@link Image}. Each method does what that of the same name does there.
 */
interface Channel {

  MultiShotReceiver receiver();

  MultiShotSender sender();

  @Nullable MultiShotSender trySender();

  MultiShotSender renew();

  Poll poll(Waker waker);

  long peek();

  long take();

  long receive() throws InterruptedException;

  long receiveUninterruptibly();

  long receive(long nanos) throws InterruptedException, TimeoutException;

  MultiShotHandler handler(Inbox inbox);

  /** With an executor of {@code null}, on the sender's thread. */
  void onReceive(MultiShotHandler handler, @Nullable Executor executor);

  CompletableFuture<?> toFuture();

  boolean send(MultiShotSender sender, long shot);

  /** As {@link #send}; but if the message has a reference, that is to a new object. */
  boolean sendFresh(MultiShotSender sender, long shot);

  /** Sends this very object, if the message has a reference; the other parts are any. */
  boolean sendReference(MultiShotSender sender, Object reference);

  void sendFrom(MultiShotSender sender, CompletionStage<?> source);

  Shot shot(MultiShotSender sender);

  boolean send(Shot shot, long number);

  /** The image of what is sent for a shot. */
  long expected(long shot);

  /** What is sent for a shot, as a future would complete with it. */
  Object boxed(long shot);

  /** The image of what a future completed with. */
  long image(Object boxed);

  /** Goes through some shots on this thread alone, and checks each. */
  void cycle(long first, int shots, Receipt receipt);

  /**
   * Sends requests, and receives the reply to each before it sends the next. Checks that each reply
   * is for the shot of the opposite number.
   *
   * @param requests the sender of another channel of this kind, whose receiver {@link #serve}s
   */
  void request(MultiShotSender requests, long first, int shots, Receipt receipt);

  /**
   * Receives requests, checks them, and sends a reply to each. The other side of {@link #request}.
   */
  void serve(MultiShotSender replies, long first, int shots, Receipt receipt);
}
