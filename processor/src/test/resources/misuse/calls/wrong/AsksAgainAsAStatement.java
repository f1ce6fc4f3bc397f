// kind: request-used-after-use
// shape: rearmed
// why: What ask returns is the request, and not what an older variable holds.
package misuse;

class AsksAgainAsAStatement {
  void ask(PricingCall.Caller caller, Pricing book) throws InterruptedException {
    PricingCall.Request request = caller.askPrice(1L, 1);
    request.serve(book);
    caller.receive();
    caller.askPrice(2L, 1);
    request.serve(book); // wrong
  }
}
