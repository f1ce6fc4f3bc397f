// kind: used-after-use
// shape: alias
// why: Whichever sender was chosen, it has been consumed.
package misuse;

class UsesOneOfTwoUsed {
  void answer(PriceChannel.Sender bid, PriceChannel.Sender ask, boolean buys) {
    PriceChannel.Sender chosen = buys ? bid : ask;
    bid.send(99);
    ask.send(101);
    chosen.close(); // wrong
  }
}
