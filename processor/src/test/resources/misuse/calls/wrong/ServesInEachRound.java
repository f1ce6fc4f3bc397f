// kind: request-used-after-use
// shape: loop
// why: It tries again what has been answered already.
package misuse;

class ServesInEachRound {
  void answer(PricingCall.Request request, Pricing book) {
    for (int i = 0; i < 3; i++) {
      if (request.serve(book)) { // wrong
        return;
      }
    }
  }
}
