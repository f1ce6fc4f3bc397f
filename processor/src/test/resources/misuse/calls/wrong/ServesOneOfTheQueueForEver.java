// kind: request-used-after-use
// shape: loop
// why: It takes one request, and serves that one in each round.
package misuse;

import java.util.concurrent.BlockingQueue;

class ServesOneOfTheQueueForEver {
  void work(BlockingQueue<PricingCall.Request> queue, Pricing book) throws InterruptedException {
    PricingCall.Request request = queue.take();
    while (!Thread.currentThread().isInterrupted()) {
      request.serve(book); // wrong
    }
  }
}
