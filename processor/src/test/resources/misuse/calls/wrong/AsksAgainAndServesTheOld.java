// kind: request-used-after-use
// shape: rearmed
// why: The older variable is to be forgotten, though the object may be the same.
package misuse;

class AsksAgainAndServesTheOld {
  void ask(PricingCall.Caller caller, Pricing book) throws InterruptedException {
    PricingCall.Request first = caller.askPrice(1L, 1);
    first.serve(book);
    caller.receive();
    PricingCall.Request second = caller.askPrice(2L, 1);
    first.serve(book); // wrong
    second.close();
  }
}
