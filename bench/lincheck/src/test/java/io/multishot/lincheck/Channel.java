package io.multishot.lincheck;

import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A receiver of {@code long}, in the words of the generated ones, so that a copy can stand in. */
interface Channel {

  Sender sender();

  @Nullable Sender trySender();

  Sender renew();

  Poll poll();

  Poll poll(Waker waker);

  long take();

  long receive() throws InterruptedException;

  long receive(long nanos) throws InterruptedException, TimeoutException;

  long receiveUninterruptibly();

  boolean withdraw();

  boolean drop();

  void close();

  /** The same object for as long as the channel recycles it. */
  interface Sender {

    boolean send(long value);

    boolean fail(Throwable cause);

    void close();

    boolean isAbandoned();

    void onAbandoned(Waker waker);

    void sendFrom(CompletionStage<Long> source);
  }
}
