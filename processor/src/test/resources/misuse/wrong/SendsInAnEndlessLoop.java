// kind: used-after-use
// shape: loop
// why: Each round after the first uses the sender that the first has consumed.
package misuse;

import java.util.concurrent.BlockingQueue;

class SendsInAnEndlessLoop {
  void serve(BlockingQueue<Long> prices, PriceChannel.Sender sender) throws InterruptedException {
    while (true) {
      sender.send(prices.take()); // wrong
    }
  }
}
