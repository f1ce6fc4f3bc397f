// kind: used-after-use
// shape: straight
// why: To offer the sender to a queue does not use it.
package misuse;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;

class FailsIfTheQueueIsFull {
  private final BlockingQueue<FillChannel.Sender> requests;

  FailsIfTheQueueIsFull(BlockingQueue<FillChannel.Sender> requests) {
    this.requests = requests;
  }

  void request(FillChannel.Receiver fills) {
    FillChannel.Sender sender = fills.sender();
    if (!requests.offer(sender)) {
      sender.fail(new RejectedExecutionException("full"));
    }
  }
}
