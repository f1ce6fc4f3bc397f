// kind: armed-after-close
// shape: try
// why: Each statement closes a receiver of its own scope, though the variables have one name.

package misuse;

class ReceiversOfTheSameNameInTurn {
  static long sum() throws InterruptedException {
    long sum = 0;
    try (PriceChannel.Receiver prices = PriceChannel.open()) {
      prices.sender().send(1);
      sum += prices.receive();
    }
    try (PriceChannel.Receiver prices = PriceChannel.open()) {
      prices.sender().send(2);
      sum += prices.receive();
    } finally {
      sum *= 2;
    }
    PriceChannel.Receiver prices = PriceChannel.open();
    prices.sender().send(3);
    return sum + prices.take();
  }
}
