// kind: request-used-after-use
// shape: loop
// why: Each round has a request of its own.
package misuse;

import java.util.List;
import java.util.concurrent.BlockingQueue;

class TakesEachRequestOfTheQueue {
  void work(BlockingQueue<PricingCall.Request> queue, Pricing book) throws InterruptedException {
    PricingCall.Request request;
    while ((request = queue.take()) != null) {
      if (request.isAbandoned()) {
        request.close();
      } else {
        request.serve(book);
      }
    }
  }

  void drain(List<PricingCall.Request> requests) {
    for (PricingCall.Request request : requests) {
      request.fail(new IllegalStateException("closed"));
    }
    requests.forEach(request -> request.close());
  }
}
