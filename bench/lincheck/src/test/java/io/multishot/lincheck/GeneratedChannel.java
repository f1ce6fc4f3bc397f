package io.multishot.lincheck;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Waker;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A generated channel. What all of them inherit is called here; what bears their types, in the
 * subclass.
 *
 * @param <S> the generated sender
 */
abstract class GeneratedChannel<S extends MultiShotSender> implements Channel {

  private final MultiShotReceiver receiver;

  /** Of the receiver's owner. */
  private @Nullable GeneratedSender current;

  GeneratedChannel(MultiShotReceiver receiver) {
    this.receiver = receiver;
  }

  abstract S arm();

  abstract @Nullable S tryArm();

  abstract S armAnew();

  abstract boolean send(S sender, long value);

  abstract void sendFrom(S sender, CompletionStage<Long> source);

  final MultiShotReceiver receiver() {
    return receiver;
  }

  @Override
  public final Sender sender() {
    return sender(arm());
  }

  @Override
  public final @Nullable Sender trySender() {
    S armed = tryArm();
    return armed == null ? null : sender(armed);
  }

  @Override
  public final Sender renew() {
    return sender(armAnew());
  }

  @Override
  public final Poll poll() {
    return receiver.poll();
  }

  @Override
  public final Poll poll(Waker waker) {
    return receiver.poll(waker);
  }

  @Override
  public final boolean withdraw() {
    return receiver.withdraw();
  }

  @Override
  public final boolean drop() {
    return receiver.drop();
  }

  @Override
  public final void close() {
    receiver.close();
  }

  private GeneratedSender sender(S armed) {
    GeneratedSender known = current;
    if (known == null || known.sender != armed) {
      known = new GeneratedSender(armed);
      current = known;
    }
    return known;
  }

  private final class GeneratedSender implements Sender {

    private final S sender;

    GeneratedSender(S sender) {
      this.sender = sender;
    }

    @Override
    public boolean send(long value) {
      return GeneratedChannel.this.send(sender, value);
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
      GeneratedChannel.this.sendFrom(sender, source);
    }
  }
}
