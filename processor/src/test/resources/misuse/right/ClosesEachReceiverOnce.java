// kind: armed-after-close
// shape: loop
// why: Each round arms, reads and closes a receiver of its own.

package misuse;

import java.util.Iterator;
import java.util.List;

class ClosesEachReceiverOnce {
  static double sum(List<FillChannel.Receiver> all, Iterator<TradeChannel.Receiver> others) {
    double sum = 0;
    for (FillChannel.Receiver fills : all) {
      fills.sender().send(1, 2.5, "X");
      Fill fill = fills.take();
      sum += fill.price();
      fills.close();
    }
    while (others.hasNext()) {
      var trades = others.next();
      trades.sender().send(1, sum);
      sum += trades.peekView().price();
      trades.close();
    }
    return sum;
  }
}
