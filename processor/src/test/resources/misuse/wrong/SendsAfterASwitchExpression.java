// kind: used-after-use
// shape: switch
// why: All results of the switch come with a use of the sender.
package misuse;

class SendsAfterASwitchExpression {
  enum Side {
    BUY,
    SELL
  }

  boolean answer(PriceChannel.Sender sender, Side side) {
    boolean sent =
        switch (side) {
          case BUY -> sender.send(101);
          case SELL -> {
            System.out.println("sells");
            yield sender.send(99);
          }
        };
    return sender.send(100) || sent; // wrong
  }
}
