// kind: used-after-use
// shape: alias
// why: The chosen sender is used once, and then the one that was not chosen.
package misuse;

class ChoosesTheOther {
  void answer(PriceChannel.Sender bid, PriceChannel.Sender ask, boolean buys) {
    PriceChannel.Sender chosen = buys ? bid : ask;
    PriceChannel.Sender other = buys ? ask : bid;
    chosen.send(100);
    other.close();
  }

  void fail(PriceChannel.Sender bid, PriceChannel.Sender ask, boolean buys) {
    (buys ? bid : ask).send(100);
    if (buys) {
      ask.fail(new IllegalStateException("not asked"));
    } else {
      bid.fail(new IllegalStateException("not bid"));
    }
  }
}
