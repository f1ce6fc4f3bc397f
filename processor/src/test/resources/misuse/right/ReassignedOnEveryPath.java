// kind: used-after-use
// shape: branch
// why: Whichever branch is taken, the variable holds a sender that was not used yet.

package misuse;

class ReassignedOnEveryPath {
  static void answer(
      PriceChannel.Sender sender, PriceChannel.Receiver prices, PriceChannel.Sender spare, int n) {
    sender.send(n);
    if (n > 0) {
      sender = spare;
    } else if (n < 0) {
      sender = prices.renew();
    } else {
      return;
    }
    sender.send(-n);
  }
}
