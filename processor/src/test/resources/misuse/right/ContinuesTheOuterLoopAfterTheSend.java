// kind: used-after-use
// shape: loop
// why: The labelled continue leaves the inner loop after the send, and each round of the outer one arms anew.

package misuse;

import java.util.List;

class ContinuesTheOuterLoopAfterTheSend {
  static void match(PriceChannel.Receiver prices, List<long[]> books, long limit) {
    outer:
    for (long[] book : books) {
      PriceChannel.Sender sender = prices.sender();
      for (long price : book) {
        if (price < limit) {
          sender.send(price);
          System.out.println(prices.take());
          continue outer;
        }
      }
      sender.close();
    }
  }
}
