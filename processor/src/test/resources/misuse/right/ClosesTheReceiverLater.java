// kind: armed-after-close
// shape: lambda
// why: The lambda and the method reference close the receivers when they are run, and not where they are written.

package misuse;

import java.util.ArrayDeque;
import java.util.Deque;

class ClosesTheReceiverLater {
  private final Deque<Runnable> closing = new ArrayDeque<>();

  long ask(PriceChannel.Receiver bids, PriceChannel.Receiver asks) {
    closing.push(() -> bids.close());
    Runnable stop = asks::close;
    closing.push(stop);
    bids.sender().send(1);
    asks.renew().send(2);
    return asks.take() - bids.take();
  }

  void stop() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }
}
