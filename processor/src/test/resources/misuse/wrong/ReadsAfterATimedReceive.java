// kind: outdated-view
// shape: straight
// why: The arming outdates the view, whatever else is read before it.
package misuse;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ReadsAfterATimedReceive {
  long receive(TradeChannel.Receiver trades) throws InterruptedException, TimeoutException {
    trades.sender().send(1, 2.5);
    TradeChannel.View view = trades.receiveView(1, TimeUnit.SECONDS);
    double price = view.price();
    trades.sender().send(2, price);
    return view.orderId(); // wrong
  }
}
