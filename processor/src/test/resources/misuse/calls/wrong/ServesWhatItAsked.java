// kind: request-used-after-use
// shape: straight
// why: The caller has asked this request itself, and serves it twice.
package misuse;

class ServesWhatItAsked {
  double ask(PricingCall.Caller caller, Pricing book) throws InterruptedException {
    PricingCall.Request request = caller.askPrice(17L, 300);
    request.serve(book);
    double price = caller.receive();
    request.close(); // wrong
    return price;
  }
}
