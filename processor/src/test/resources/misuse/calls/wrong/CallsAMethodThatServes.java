// kind: request-used-after-use
// shape: call
// why: The method has answered.
package misuse;

class CallsAMethodThatServes {
  void answer(PricingCall.Request request, Pricing book) {
    serve(request, book);
    request.close(); // wrong
  }

  private static void serve(PricingCall.Request request, Pricing book) {
    request.serve(book);
  }
}
