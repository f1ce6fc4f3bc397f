// kind: request-used-after-use
// shape: lambda
// why: It is answered before the reference is made.
package misuse;

import java.util.concurrent.Executor;

class ClosesTheRequestByReference {
  void answer(PricingCall.Request request, Pricing book, Executor executor) {
    request.serve(book);
    executor.execute(request::close); // wrong
  }
}
