// kind: used-after-use
// shape: straight
// why: Both forms of send end the same shot.
package misuse;

class SendsARecordAndItsFields {
  void book(TradeChannel.Receiver trades, Trade trade) {
    TradeChannel.Sender sender = trades.sender();
    sender.send(trade);
    sender.send(trade.orderId(), trade.price()); // wrong
  }
}
