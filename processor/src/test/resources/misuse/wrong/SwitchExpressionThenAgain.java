// kind: used-after-use
// shape: switch
// why: The switch expression is exhaustive without a default, and each of its cases uses the sender.

package misuse;

class SwitchExpressionThenAgain {
  enum Side {
    BUY,
    SELL
  }

  static void answer(PriceChannel.Sender sender, Side side, long price) {
    boolean published =
        switch (side) {
          case BUY -> sender.send(price);
          case SELL -> {
            long negative = -price;
            yield sender.send(negative);
          }
        };
    if (published) {
      System.out.println("published");
    }
    sender.close(); // wrong
  }
}
