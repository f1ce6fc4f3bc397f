// kind: request-used-after-use
// shape: straight
// why: An answer was sent before the server is asked for one.
package misuse;

class AnswersAndServes {
  void answer(PricingCall.Request request, Pricing book) {
    request.send(0.0);
    if (!request.serve(book)) { // wrong
      System.out.println("nobody waits");
    }
  }
}
