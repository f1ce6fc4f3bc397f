// kind: result-thrown-away
// shape: straight
// why: Only the failure is of use.
package misuse;

class ForgetsTheFailureOfTheCall {
  void ask(PricingCall.Caller caller) {
    caller.failure(); // wrong
  }
}
