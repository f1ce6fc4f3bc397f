// kind: result-thrown-away
// shape: straight
// why: Only the answer is of use.
package misuse;

import io.multishot.MultiShotRequest;

class ForgetsToStopServing {
  void work(PricingCall.Request request, Pricing book) {
    request.isAbandoned(); // wrong
    request.serve(book);
  }

  void work(MultiShotRequest<Pricing> request, Pricing book) {
    request.isAbandoned(); // wrong
    request.serve(book);
  }
}
