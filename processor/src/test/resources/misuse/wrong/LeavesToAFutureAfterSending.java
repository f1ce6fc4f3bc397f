// kind: used-after-use
// shape: straight
// why: A consumed sender cannot be left to a future.
package misuse;

import java.util.concurrent.CompletableFuture;

class LeavesToAFutureAfterSending {
  private final PriceChannel.Receiver prices = PriceChannel.open();

  protected void refresh(CompletableFuture<Long> better) {
    PriceChannel.Sender sender = this.prices.sender();
    sender.send(0L);
    sender.sendFrom(better); // wrong
  }
}
