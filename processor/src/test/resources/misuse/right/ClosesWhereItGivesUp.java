// kind: armed-after-close
// shape: try
// why: The paths that close the receiver leave the method, or the loop, before anything is armed.

package misuse;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ClosesWhereItGivesUp {
  static long ask(PriceChannel.Receiver prices, int attempts) throws InterruptedException {
    PriceChannel.Sender sender = prices.sender();
    while (true) {
      new Thread(answering(sender)).start();
      try {
        return prices.receive(1, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (--attempts == 0) {
          prices.close();
          break;
        }
        sender = prices.renew();
      }
    }
    return -1;
  }

  private static Runnable answering(PriceChannel.Sender sender) {
    return () -> sender.send(System.nanoTime());
  }
}
