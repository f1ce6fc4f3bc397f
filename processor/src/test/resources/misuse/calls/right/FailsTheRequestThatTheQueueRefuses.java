// kind: request-used-after-use
// shape: branch
// why: To hand it over is no use, and one that is refused is still this method's.
package misuse;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class FailsTheRequestThatTheQueueRefuses {
  double ask(PricingCall.Caller caller, BlockingQueue<PricingCall.Request> queue)
      throws InterruptedException, TimeoutException {
    PricingCall.Request request = caller.askPrice(17L, 300);
    if (!queue.offer(request)) {
      request.fail(new RejectedExecutionException());
    }
    return caller.receive(2, TimeUnit.MILLISECONDS);
  }
}
