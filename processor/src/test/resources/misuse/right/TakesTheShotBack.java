// kind: used-after-use
// shape: straight
// why: After sendFrom, close is the one use that is left: it takes the shot back.
package misuse;

import java.util.concurrent.CompletableFuture;

class TakesTheShotBack {
  void cancel(PriceChannel.Sender sender, CompletableFuture<Long> price) {
    sender.sendFrom(price);
    System.out.println("the price takes too long");
    sender.close();
    price.cancel(true);
  }
}
