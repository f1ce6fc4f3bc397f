// kind: request-used-after-use
// shape: alias
// why: A request by its interface is the same object.
package misuse;

import io.multishot.MultiShotRequest;

class ServesByTheInterfaceTwice {
  void answer(PricingCall.Request request, Pricing book) {
    MultiShotRequest<Pricing> any = request;
    any.serve(book);
    request.fail(new IllegalStateException()); // wrong
  }
}
