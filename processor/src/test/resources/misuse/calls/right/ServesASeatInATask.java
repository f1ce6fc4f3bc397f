// kind: seat
// shape: lambda
// why: The seat is waited at in the task, and closed by this method if that is refused.
package misuse;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

class ServesASeatInATask {
  void start(PricingCall.Caller caller, Pricing book, Executor executor) {
    PricingCall.Request seat = caller.request();
    try {
      executor.execute(
          () -> {
            try {
              while (seat.awaitRequest()) {
                seat.serve(book);
              }
            } catch (InterruptedException e) {
              seat.close();
            }
          });
    } catch (RejectedExecutionException e) {
      seat.close();
    }
  }
}
