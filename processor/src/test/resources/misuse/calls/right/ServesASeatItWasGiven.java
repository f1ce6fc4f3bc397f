// kind: seat
// shape: loop
// why: It waits at the parameter: that is a seat.
package misuse;

import io.multishot.Poll;
import java.util.concurrent.TimeUnit;

class ServesASeatItWasGiven {
  void work(PricingCall.Request seat, Pricing book) throws InterruptedException {
    while (seat.awaitRequest()) {
      seat.serve(book);
    }
    seat.close();
  }

  void workFor(OrdersCall.Request seat, Orders desk) throws InterruptedException {
    while (seat.awaitRequest(1, TimeUnit.SECONDS) == Poll.READY) {
      seat.serve(desk);
    }
    seat.close();
  }
}
