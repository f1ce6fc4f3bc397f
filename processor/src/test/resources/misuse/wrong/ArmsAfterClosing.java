// kind: armed-after-close
// shape: straight
// why: A closed receiver arms no sender.
package misuse;

class ArmsAfterClosing {
  static PriceChannel.Sender closeAndArm(PriceChannel.Receiver prices) {
    prices.close();
    return prices.sender(); // wrong
  }
}
