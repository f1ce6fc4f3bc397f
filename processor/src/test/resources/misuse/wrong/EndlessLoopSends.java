// kind: used-after-use
// shape: loop
// why: The loop has no end, and its second round uses the sender again.

package misuse;

import java.util.concurrent.BlockingQueue;

class EndlessLoopSends {
  static void answer(PriceChannel.Sender sender, BlockingQueue<Long> prices)
      throws InterruptedException {
    while (true) {
      long price = prices.take();
      sender.send(price); // wrong
    }
  }
}
