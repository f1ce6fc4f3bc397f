// kind: request-used-after-use
// shape: branch
// why: That the caller has given up is no reason to answer again.
package misuse;

class FailsAfterServing {
  void answer(PricingCall.Request request, Pricing book) {
    boolean published = request.serve(book);
    if (!published) {
      request.fail(new IllegalStateException("too late")); // wrong
    }
  }
}
