package io.multishot.soak;

import io.multishot.MultiShotCaller;
import io.multishot.MultiShotRequest;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A caller of one kind, and how its requests are served. */
abstract class Calls {

  /** Is shown a question, and answers now or later. */
  interface Later {
    void echo(long number, CallQuestion question, MultiShotSender request);
  }

  /** Is told an answer. */
  interface Handler {
    void received(long answer);

    void failed(Throwable failure);
  }

  /** Whom to interrupt: the server at the seat. */
  volatile @Nullable Thread server;

  /** Whether the server has left its seat, or is about to. */
  volatile boolean isLeft;

  /** Numbers answers that are given without a look at the question. */
  final AtomicLong blindAnswers = new AtomicLong();

  /** The last of these that was received; the caller's. */
  long lastBlind;

  abstract MultiShotCaller<? extends MultiShotSender> caller();

  abstract MultiShotSender ask(long number, CallQuestion question);

  abstract long take();

  abstract long receive() throws InterruptedException;

  abstract long receive(long nanos) throws InterruptedException, TimeoutException;

  abstract void onReceive(Handler handler, Executor executor);

  abstract CompletableFuture<Long> toFuture();

  /**
   * Asks and waits.
   *
   * @param route hands the request over; {@code null} if the server has a seat
   */
  abstract long call(
      long number,
      CallQuestion question,
      long nanos,
      @Nullable Consumer<? super MultiShotSender> route);

  abstract boolean serve(MultiShotSender request, Later server);

  abstract boolean send(MultiShotSender request, long answer);

  abstract void sendFrom(MultiShotSender request, CompletableFuture<Long> source);

  abstract boolean awaitRequest(MultiShotSender seat) throws InterruptedException;

  abstract Poll awaitRequest(MultiShotSender seat, long nanos) throws InterruptedException;

  abstract Poll pollRequest(MultiShotSender seat);

  abstract Poll pollRequest(MultiShotSender seat, Waker waker);

  @SuppressWarnings("unchecked") // it serves each kind
  boolean serve(MultiShotSender request, CallDeclarations.Book book) {
    return ((MultiShotRequest<? super CallDeclarations.Book>) request).serve(book);
  }

  boolean abandon() {
    return caller().abandon();
  }

  @Override
  public String toString() {
    return caller() + ", left " + isLeft;
  }
}
