// kind: used-after-use
// shape: loop
// why: The variable of a for-each loop is another one in each round.

package misuse;

import java.util.ArrayList;
import java.util.List;

class SendsToEachWaiter {
  private final List<PriceChannel.Sender> waiters = new ArrayList<>();

  void await(PriceChannel.Sender waiter) {
    waiters.add(waiter);
  }

  void publish(long price) {
    for (PriceChannel.Sender waiter : waiters) {
      waiter.send(price);
    }
    waiters.clear();
  }
}
