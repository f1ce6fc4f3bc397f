package io.multishot.lincheck;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A generated channel of {@code long}. */
class GeneratedChannel implements Channel {

  private final io.multishot.fixtures.Channel adapter;

  /** Of the receiver's owner. */
  private @Nullable GeneratedSender current;

  GeneratedChannel(io.multishot.fixtures.Channel adapter) {
    this.adapter = adapter;
  }

  final MultiShotReceiver receiver() {
    return adapter.receiver();
  }

  @Override
  public final Sender sender() {
    return sender(adapter.sender());
  }

  @Override
  public final @Nullable Sender trySender() {
    MultiShotSender armed = adapter.trySender();
    return armed == null ? null : sender(armed);
  }

  @Override
  public final Sender renew() {
    return sender(adapter.renew());
  }

  @Override
  public final Poll poll() {
    return receiver().poll();
  }

  @Override
  public final Poll poll(Waker waker) {
    return receiver().poll(waker);
  }

  @Override
  public final long take() {
    return adapter.takeNumber();
  }

  @Override
  public final long receive() throws InterruptedException {
    return adapter.receiveNumber();
  }

  @Override
  public final long receive(long nanos) throws InterruptedException, TimeoutException {
    return adapter.receiveNumber(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public final long receiveUninterruptibly() {
    return adapter.receiveNumberUninterruptibly();
  }

  @Override
  public final boolean withdraw() {
    return receiver().withdraw();
  }

  @Override
  public final boolean drop() {
    return receiver().drop();
  }

  @Override
  public final void close() {
    receiver().close();
  }

  private GeneratedSender sender(MultiShotSender armed) {
    GeneratedSender known = current;
    if (known == null || known.sender != armed) {
      known = new GeneratedSender(armed);
      current = known;
    }
    return known;
  }

  private final class GeneratedSender implements Sender {

    private final MultiShotSender sender;

    GeneratedSender(MultiShotSender sender) {
      this.sender = sender;
    }

    @Override
    public boolean send(long value) {
      return adapter.send(sender, value);
    }

    @Override
    public boolean fail(Throwable cause) {
      return sender.fail(cause);
    }

    @Override
    public void close() {
      sender.close();
    }

    @Override
    public boolean isAbandoned() {
      return sender.isAbandoned();
    }

    @Override
    public void onAbandoned(Waker waker) {
      sender.onAbandoned(waker);
    }

    @Override
    public void sendFrom(CompletionStage<Long> source) {
      adapter.sendFrom(sender, source);
    }
  }
}
