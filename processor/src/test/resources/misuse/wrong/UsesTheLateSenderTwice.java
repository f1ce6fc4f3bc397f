// kind: used-after-use
// shape: straight
// why: The late sender was consumed by its send, although that reached nobody.
package misuse;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class UsesTheLateSenderTwice {
  long impatient(PriceChannel.Receiver prices) throws InterruptedException {
    PriceChannel.Sender slow = prices.sender();
    try {
      return prices.receive(2, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      PriceChannel.Sender fresh = prices.renew();
      slow.send(1);
      fresh.send(2);
      slow.close(); // wrong
      return prices.receive();
    }
  }
}
