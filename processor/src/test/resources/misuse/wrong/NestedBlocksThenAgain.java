// kind: used-after-use
// shape: straight
// why: Blocks, labels and locks between the two uses change nothing.

package misuse;

class NestedBlocksThenAgain {
  private final Object lock = new Object();

  void answer(TradeChannel.Sender sender, Trade trade) {
    label:
    {
      synchronized (lock) {
        {
          sender.send(trade);
        }
      }
    }
    {
      long orderId = trade.orderId();
      synchronized (this) {
        sender.send(orderId, 0); // wrong
      }
    }
  }
}
