// kind: used-after-use
// shape: branch
// why: Where the send has succeeded, the close comes second; only where nothing was sent is it right.
package misuse;

import java.util.function.LongSupplier;

class ClosesInTheFinally {
  void answer(PriceChannel.Sender sender, LongSupplier prices) {
    try {
      sender.send(prices.getAsLong());
    } finally {
      sender.close(); // wrong
    }
  }
}
