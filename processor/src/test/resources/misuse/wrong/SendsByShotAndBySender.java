// kind: used-after-use
// shape: straight
// why: The shot's outcome was sent by the Shot, so the sender is consumed as well.
package misuse;

final class SendsByShotAndBySender {
  static void both(PriceChannel.Receiver prices, long low, long high) {
    PriceChannel.Sender sender = prices.sender();
    PriceChannel.Shot shot = sender.shot();
    shot.send(low);
    sender.send(high); // wrong
  }
}
