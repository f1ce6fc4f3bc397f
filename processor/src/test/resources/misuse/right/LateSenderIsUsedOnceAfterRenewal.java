// kind: used-after-use
// shape: straight
// why: An abandoned sender is used once: its send returns false, and the fresh one is another.

package misuse;

class LateSenderIsUsedOnceAfterRenewal {
  static long ask(PriceChannel.Receiver prices) throws InterruptedException {
    PriceChannel.Sender slow = prices.sender();
    PriceChannel.Sender fresh = prices.renew();
    if (!slow.send(1)) {
      fresh.send(2);
    } else {
      fresh.close();
    }
    return slow.isAbandoned() ? prices.receive() : -1;
  }
}
