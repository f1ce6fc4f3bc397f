// kind: request-used-after-use
// shape: lambda
// why: It is answered before the task exists.
package misuse;

import java.util.concurrent.Executor;

class ServesInATaskAfterServing {
  void answer(PricingCall.Request request, Pricing book, Executor executor) {
    request.serve(book);
    executor.execute(() -> request.close()); // wrong
  }
}
