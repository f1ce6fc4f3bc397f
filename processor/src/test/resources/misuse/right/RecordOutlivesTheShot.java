// kind: outdated-view
// shape: straight
// why: A record that was received whole is no view, and may be kept.

package misuse;

class RecordOutlivesTheShot {
  static double spread(TradeChannel.Receiver trades) throws InterruptedException {
    trades.sender().send(1, 2.5);
    Trade first = trades.receive();
    trades.sender().send(2, 3.5);
    Trade second = trades.take();
    trades.close();
    return second.price() - first.price();
  }
}
