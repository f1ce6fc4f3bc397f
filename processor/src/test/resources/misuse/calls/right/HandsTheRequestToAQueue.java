// kind: request-used-after-use
// shape: straight
// why: A request that a queue has is forgotten.
package misuse;

import java.util.Queue;

class HandsTheRequestToAQueue {
  double ask(PricingCall.Caller caller, Queue<PricingCall.Request> queue)
      throws InterruptedException {
    PricingCall.Request request = caller.askPrice(17L, 300);
    queue.add(request);
    return caller.receive();
  }
}
