// kind: used-after-use
// shape: try
// why: The resource is closed before the finally block, which is to close what is closed.
package misuse;

import java.util.function.LongSupplier;

class ClosesInTheFinallyOfAResource {
  void price(PriceChannel.Sender sender, LongSupplier prices) {
    try (PriceChannel.Shot shot = sender.shot()) {
      if (!sender.isAbandoned()) {
        shot.send(prices.getAsLong());
      }
    } finally {
      sender.close(); // wrong
    }
  }
}
