// kind: armed-after-close
// shape: loop
// why: The variable holds another receiver when it is armed again.

package misuse;

class ClosesThenOpensAnew {
  static long sum(int rounds) {
    PriceChannel.Receiver prices = PriceChannel.open();
    long sum = 0;
    for (int round = 0; round < rounds; round++) {
      prices.sender().send(round);
      sum += prices.take();
      prices.close();
      prices = PriceChannel.open();
    }
    prices.sender().close();
    prices.close();
    return sum;
  }
}
