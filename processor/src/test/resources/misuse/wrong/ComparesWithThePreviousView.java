// kind: outdated-view
// shape: straight
// why: The previous view lies in the memory of the present one, and has been outdated by the arming.
package misuse;

import java.util.function.Consumer;

class ComparesWithThePreviousView {
  double change(TradeChannel.Receiver trades, Consumer<TradeChannel.Sender> market)
      throws InterruptedException {
    market.accept(trades.sender());
    TradeChannel.View previous = trades.receiveView();
    market.accept(trades.sender());
    TradeChannel.View present = trades.receiveView();
    return present.price() - previous.price(); // wrong
  }
}
