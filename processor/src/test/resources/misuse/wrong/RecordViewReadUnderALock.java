// kind: outdated-view
// shape: straight
// why: The view of the record is read in a nested block, after the next shot was armed in another.

package misuse;

class RecordViewReadUnderALock {
  static synchronized double swap(TradeChannel.Receiver trades) throws InterruptedException {
    final TradeChannel.View view = trades.receiveView();
    final TradeChannel.Sender next;
    synchronized (trades) {
      next = trades.sender();
    }
    double price;
    {
      price = view.price(); // wrong
    }
    next.send(1, price);
    return price;
  }
}
