package io.multishot.bench;

import java.util.function.Supplier;

/** A link of two ways of the same kind, one for the requests and one for the replies. */
final class TwoWays extends Link {

  private final Way requests;
  private final Way replies;

  TwoWays(Supplier<Way> constructor) {
    requests = constructor.get();
    replies = constructor.get();
  }

  @Override
  long call(long request) throws InterruptedException {
    requests.send(request);
    return replies.receive(this);
  }

  @Override
  void answer() throws InterruptedException {
    long request = requests.receive(this);
    replies.send(reply(request));
  }
}
