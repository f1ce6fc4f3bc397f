package io.multishot.bench;

/**
 * Two channels, one each way.
 *
 * <p>Between round trips both are armed. Each side arms its own channel again before it sends on
 * the other's, so that what it sends carries the news: whoever's turn it is holds a live sender.
 * The sender objects stay the same; they are handed over once, when the echo thread is started.
 */
abstract class ChannelLink extends Link {

  private final LongChannel.Receiver requests = LongChannel.open();
  private final LongChannel.Receiver replies = LongChannel.open();
  private final LongChannel.Sender requester = requests.sender();
  private final LongChannel.Sender replier = replies.sender();

  @Override
  final long call(long request) throws InterruptedException {
    requester.send(request);
    long reply = await(replies);
    replies.sender();
    return reply;
  }

  @Override
  final void answer() throws InterruptedException {
    long request = await(requests);
    requests.sender();
    replier.send(reply(request));
  }

  abstract long await(LongChannel.Receiver receiver) throws InterruptedException;
}
