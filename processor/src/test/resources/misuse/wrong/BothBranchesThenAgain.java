// kind: used-after-use
// shape: straight
// why: Both branches use the sender, and so does what follows them.

package misuse;

class BothBranchesThenAgain {
  static void answer(PriceChannel.Sender sender, long price) {
    if (price > 0) {
      sender.send(price);
    } else {
      sender.fail(new IllegalArgumentException("price " + price));
    }
    sender.close(); // wrong
  }
}
