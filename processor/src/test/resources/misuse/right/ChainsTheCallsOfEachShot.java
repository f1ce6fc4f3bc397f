// kind: used-after-use
// shape: straight
// why: Each statement arms anew and uses what arming has returned.

package misuse;

class ChainsTheCallsOfEachShot {
  static long sum(PriceChannel.Receiver prices) {
    PriceChannel.Sender sender;
    prices.sender().send(1);
    long sum = prices.take();
    (sender = prices.sender()).send(2);
    sum += prices.take();
    (sender = prices.sender()).shot().send(3);
    sum += prices.take();
    (sender = prices.renew()).close();
    return sender.isAbandoned() ? -1 : sum;
  }
}
