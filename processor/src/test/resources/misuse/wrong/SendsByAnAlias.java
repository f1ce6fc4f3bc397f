// kind: used-after-use
// shape: alias
// why: Both variables hold the same sender.
package misuse;

class SendsByAnAlias {
  void answer(PriceChannel.Sender sender) {
    PriceChannel.Sender alias = sender;
    sender.send(1);
    alias.send(2); // wrong
  }
}
