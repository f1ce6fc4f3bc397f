// kind: used-after-use
// shape: straight
// why: The variables of the two blocks have one name, and are two, each with a sender of its own shot.

package misuse;

class SiblingBlocksReuseTheName {
  static long sum(PriceChannel.Receiver prices) {
    long sum;
    {
      PriceChannel.Sender sender = prices.sender();
      sender.send(1);
      sum = prices.take();
    }
    {
      PriceChannel.Sender sender = prices.sender();
      sender.send(2);
      sum += prices.take();
    }
    for (int round = 0; round < 2; round++) {
      final PriceChannel.Sender sender = prices.sender();
      sender.send(round);
      sum += prices.take();
    }
    return sum;
  }
}
