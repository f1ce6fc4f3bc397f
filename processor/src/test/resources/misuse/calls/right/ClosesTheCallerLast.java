// kind: asked-after-close
// shape: try
// why: All is asked before the end of the statement.
package misuse;

class ClosesTheCallerLast {
  double ask(Pricing book) throws InterruptedException {
    try (PricingCall.Caller caller = PricingCall.open()) {
      caller.askPrice(1L, 1).serve(book);
      return caller.receive();
    }
  }

  PricingCall.Request reopened(PricingCall.Caller given) {
    PricingCall.Caller caller = given;
    caller.close();
    caller = PricingCall.open();
    return caller.askPrice(1L, 1);
  }
}
