// kind: used-after-use
// shape: loop
// why: The update of the loop assigns the variable anew before each further round.

package misuse;

class ArmsInTheUpdateOfTheLoop {
  static long sum(int rounds) {
    PriceChannel.Receiver prices = PriceChannel.open();
    long sum = 0;
    int round = 0;
    for (PriceChannel.Sender sender = prices.sender(); round < rounds; sender = prices.sender()) {
      sender.send(round++);
      sum += prices.take();
    }
    prices.close();
    return sum;
  }
}
