// kind: used-after-use
// shape: field
// why: The wrapper's send arms for each call, so that it may be called again.

package misuse;

class WrapperArmsBeforeEachSend {
  static final class Wire {
    private final TradeChannel.Receiver trades = TradeChannel.open();

    boolean send(long orderId, double price) {
      return trades.sender().send(orderId, price);
    }

    Trade take() {
      return trades.take();
    }

    void close() {
      trades.drop();
    }
  }

  static double sum() {
    Wire wire = new Wire();
    wire.send(1, 0.5);
    double sum = wire.take().price();
    wire.send(2, 1.5);
    sum += wire.take().price();
    wire.close();
    wire.send(3, 2.5);
    return sum + wire.take().price();
  }
}
