// kind: used-after-use
// shape: straight
// why: Each of the four innermost branches uses the sender.

package misuse;

class NestedIfsThenAgain {
  static void answer(PriceChannel.Sender sender, boolean buys, long price) {
    if (buys) {
      if (price < 0) {
        sender.fail(new ArithmeticException());
      } else {
        sender.send(price);
      }
    } else {
      price = -price;
      if (price > 0) sender.send(price);
      else sender.close();
    }
    sender.fail(new IllegalStateException("not answered")); // wrong
  }
}
