// kind: outdated-view
// shape: straight
// why: A record is a copy of the message, and outlives its shot.
package misuse;

class KeepsTheRecord {
  double change(TradeChannel.Receiver trades) throws InterruptedException {
    Trade peeked = trades.peek();
    Trade previous = trades.receive();
    trades.sender().send(previous.orderId() + 1, 2.5);
    Trade present = trades.take();
    trades.close();
    return present.price() - previous.price() + peeked.price();
  }
}
