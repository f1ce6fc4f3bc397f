// kind: used-after-use
// shape: try
// why: The end of the block has ended the shot, whether or not something was sent in it.
package misuse;

class SendsAfterTheResource {
  boolean book(TradeChannel.Sender sender, Trade trade) {
    TradeChannel.Shot shot = sender.shot();
    try (shot) {
      System.out.println("booking by " + shot);
    }
    return sender.send(trade); // wrong
  }
}
