package io.multishot.bench;

import io.multishot.Poll;
import io.multishot.bench.Declarations.Fill;

/** As {@link ChannelLink}, with messages of four fields, which both sides read. */
final class MessageLink extends Link {

  private final FillChannel.Receiver requests = FillChannel.open();
  private final FillChannel.Receiver replies = FillChannel.open();
  private final FillChannel.Sender requester = requests.sender();
  private final FillChannel.Sender replier = replies.sender();

  @Override
  long call(long request) {
    requester.send(request, (double) request, (int) request, "request");
    long reply = await(replies);
    replies.sender();
    return reply;
  }

  @Override
  void answer() {
    long request = await(requests);
    requests.sender();
    long reply = reply(request);
    replier.send(reply, (double) reply, (int) reply, "reply");
  }

  private long await(FillChannel.Receiver receiver) {
    while (receiver.poll() == Poll.PENDING) {
      spin();
    }
    Fill fill = receiver.take();
    if (fill.price() != fill.orderId() || fill.quantity() != (int) fill.orderId()) {
      throw new AssertionError(fill);
    }
    return fill.orderId();
  }
}
