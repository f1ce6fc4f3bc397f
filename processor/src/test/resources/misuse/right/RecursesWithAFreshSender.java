// kind: used-after-use
// shape: call
// why: Each call of the method has a variable of its own, armed by that call.

package misuse;

class RecursesWithAFreshSender {
  static long factorial(PriceChannel.Receiver prices, int n) {
    PriceChannel.Sender sender = prices.sender();
    sender.send(n);
    long factor = prices.take();
    return n <= 1 ? 1 : factor * factorial(prices, n - 1);
  }
}
