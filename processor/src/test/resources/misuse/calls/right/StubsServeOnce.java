// kind: request-used-after-use
// shape: lambda
// why: A stub asks anew each time.
package misuse;

import java.util.concurrent.BlockingQueue;

class StubsServeOnce {
  double ask(Pricing book, BlockingQueue<PricingCall.Request> queue) {
    Pricing direct = PricingCall.stub(request -> request.serve(book));
    Pricing queued = PricingCall.stub(queue::add);
    return direct.price(1L, 1) + direct.price(2L, 1) + queued.price(3L, 1);
  }
}
