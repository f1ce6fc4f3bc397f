// kind: used-after-use
// shape: straight
// why: The second send uses a sender that the first has consumed.
package misuse;

final class SendsTwice {
  static void answer(PriceChannel.Sender sender, long bid, long ask) {
    sender.send(bid);
    sender.send(ask); // wrong
  }
}
