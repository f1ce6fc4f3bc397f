// kind: armed-after-close
// shape: straight
// why: The sender was armed before the receiver was closed, and its send returns false.
package misuse;

class SendsToAClosedReceiver {
  boolean late(PriceChannel.Receiver prices) {
    PriceChannel.Sender sender = prices.sender();
    prices.close();
    return sender.isAbandoned() && !sender.send(1);
  }
}
