// kind: armed-after-close
// shape: try
// why: The receiver is the statement's resource, and is closed at its end.
package misuse;

class ArmsAfterAReceiversBlock {
  PriceChannel.Sender once(PriceChannel.Receiver prices) throws InterruptedException {
    try (prices) {
      System.out.println(prices.receive());
    }
    return prices.renew(); // wrong
  }
}
