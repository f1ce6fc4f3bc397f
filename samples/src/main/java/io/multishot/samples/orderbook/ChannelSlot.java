package io.multishot.samples.orderbook;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A MultiShot channel as the reply slot: one channel and one request serve all replies. Nothing is
 * allocated, except after a time-out and for a failure.
 */
final class ChannelSlot implements ReplySlot {

  private final ReplyChannel.Receiver replies = ReplyChannel.open();
  private ChannelRequest request = new ChannelRequest();

  @Override
  public Request arm() {
    request.sender = replies.sender(); // armed for this request
    return request;
  }

  @Override
  public Request rearm() {
    // The old request stays as it is, for the worker may come across it at any time: with another
    // sender in it, its late reply would answer the new request.
    request = new ChannelRequest();
    request.sender = replies.renew();
    return request;
  }

  @Override
  public long await(long nanos)
      throws InterruptedException, TimeoutException, UnknownOrderException {
    try {
      return nanos == FOREVER ? replies.receive() : replies.receive(nanos, TimeUnit.NANOSECONDS);
    } catch (CompletionException e) {
      throw ReplySlot.refusal(e);
    }
  }

  private static final class ChannelRequest extends Request {

    private ReplyChannel.@Nullable Sender sender;

    @Override
    boolean isAbandoned() {
      return sender().isAbandoned();
    }

    @Override
    boolean reply(long value) {
      return sender().send(value);
    }

    @Override
    boolean fail(Throwable cause) {
      return sender().fail(cause);
    }

    private ReplyChannel.Sender sender() {
      return Objects.requireNonNull(sender, "not armed");
    }
  }
}
