// kind: request-used-after-use
// shape: field
// why: The field holds what is answered.
package misuse;

class ServesItsFieldTwice {
  private final PricingCall.Request request;

  ServesItsFieldTwice(PricingCall.Request request) {
    this.request = request;
  }

  void answer(Pricing book) {
    request.serve(book);
    request.close(); // wrong
  }
}
