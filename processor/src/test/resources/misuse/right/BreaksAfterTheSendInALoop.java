// kind: used-after-use
// shape: loop
// why: The loop is left as soon as the sender was used, so that no second round uses it.

package misuse;

import java.util.List;

class BreaksAfterTheSendInALoop {
  static void firstAbove(PriceChannel.Sender sender, List<Long> prices, long limit) {
    boolean found = false;
    for (long price : prices) {
      if (price > limit) {
        sender.send(price);
        found = true;
        break;
      }
    }
    if (!found) {
      sender.close();
    }
  }
}
