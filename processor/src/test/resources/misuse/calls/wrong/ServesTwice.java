// kind: request-used-after-use
// shape: straight
// why: The first serve has answered, and the request may be that of the next question by now.
package misuse;

class ServesTwice {
  void answer(PricingCall.Request request, Pricing book, Pricing fallback) {
    request.serve(book);
    request.serve(fallback); // wrong
  }
}
