// kind: request-used-after-use
// shape: straight
// why: The waker would be that of the next question.
package misuse;

import io.multishot.Waker;

class WatchesAfterServing {
  void answer(PricingCall.Request request, Pricing book, Waker waker) {
    request.serve(book);
    request.onAbandoned(waker); // wrong
  }
}
