package io.multishot.bench;

import java.util.function.Supplier;

/** An exchange over two transports of one kind: one for the requests, one for the replies. */
final class DuplexExchange extends Exchange {

  private final Transport requests;
  private final Transport replies;

  DuplexExchange(Supplier<Transport> constructor) {
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
