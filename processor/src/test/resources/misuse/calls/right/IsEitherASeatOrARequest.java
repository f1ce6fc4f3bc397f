// kind: seat
// shape: branch
// why: What is served twice is a seat only.
package misuse;

class IsEitherASeatOrARequest {
  void work(PricingCall.Caller caller, Pricing book, boolean isPair) throws InterruptedException {
    PricingCall.Request request = isPair ? caller.request() : caller.askPrice(1L, 1);
    request.serve(book);
    while (isPair && request.awaitRequest()) {
      request.serve(book);
    }
  }
}
