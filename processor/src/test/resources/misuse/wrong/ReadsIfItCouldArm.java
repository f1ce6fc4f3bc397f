// kind: outdated-view
// shape: branch
// why: Where trySender has armed a sender, the view is outdated.
package misuse;

class ReadsIfItCouldArm {
  double next(TradeChannel.Receiver trades) throws InterruptedException {
    TradeChannel.View trade = trades.receiveView();
    TradeChannel.Sender next = trades.trySender();
    if (next != null) {
      next.send(2, trade.price()); // wrong
    }
    return 0;
  }
}
