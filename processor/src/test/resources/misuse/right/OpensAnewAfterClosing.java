// kind: armed-after-close
// shape: straight
// why: The variable holds a receiver that is open where it arms.
package misuse;

class OpensAnewAfterClosing {
  void restart() {
    PriceChannel.Receiver prices = PriceChannel.open();
    prices.sender().send(1);
    prices.close();
    prices = PriceChannel.open();
    prices.sender().send(2);
    prices.close();
    (prices = PriceChannel.open()).renew().send(3);
  }
}
