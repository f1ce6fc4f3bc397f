// kind: result-thrown-away
// shape: straight
// why: The future owns the caller until it is complete, and nobody has it.
package misuse;

class ForgetsTheFutureOfTheAnswer {
  void ask(PricingCall.Caller caller, Pricing book) {
    caller.askPrice(17L, 300).serve(book);
    caller.toFuture(); // wrong
  }
}
