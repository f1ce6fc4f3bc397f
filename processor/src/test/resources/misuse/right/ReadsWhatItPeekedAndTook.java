// kind: outdated-view
// shape: straight
// why: To take a message does not outdate its view, and the next shot is armed after the last read.
package misuse;

class ReadsWhatItPeekedAndTook {
  double read(TradeChannel.Receiver trades, java.util.List<TradeChannel.Sender> senders) {
    TradeChannel.View peeked = trades.peekView();
    TradeChannel.View taken = trades.takeView();
    double price = peeked.equals(taken) ? peeked.price() : taken.price();
    long id = peeked.orderId(), armed = senders.add(trades.sender()) ? 1 : 0;
    return price + id + armed;
  }
}
