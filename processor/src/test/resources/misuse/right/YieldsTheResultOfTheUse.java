// kind: used-after-use
// shape: switch
// why: Each case of the switch expression uses the sender once, and the result decides nothing else.

package misuse;

class YieldsTheResultOfTheUse {
  enum Side {
    BUY,
    SELL,
    NONE
  }

  static String answer(PriceChannel.Sender sender, Side side, long price) {
    boolean published =
        switch (side) {
          case BUY -> sender.send(price);
          case SELL -> {
            if (price == 0) {
              yield sender.fail(new ArithmeticException());
            }
            yield sender.send(-price);
          }
          case NONE -> {
            sender.close();
            yield false;
          }
        };
    return published ? "published" : "discarded or closed";
  }
}
