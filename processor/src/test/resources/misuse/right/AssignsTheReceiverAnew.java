// kind: outdated-view
// shape: alias
// why: The variable holds another receiver where it arms, so that the first view is valid still.
package misuse;

class AssignsTheReceiverAnew {
  double first(TradeChannel.Receiver one, TradeChannel.Receiver other) throws InterruptedException {
    TradeChannel.Receiver trades = one;
    TradeChannel.View view = trades.receiveView();
    trades = other;
    TradeChannel.Sender sender = trades.sender();
    sender.send(view.orderId(), view.price());
    trades.close();
    return view.price();
  }
}
