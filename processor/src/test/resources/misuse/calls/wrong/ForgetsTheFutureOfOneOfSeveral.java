// kind: result-thrown-away
// shape: straight
// why: The future owns the caller until it is complete, and nobody has it.
package misuse;

class ForgetsTheFutureOfOneOfSeveral {
  void ask(OrdersCall.Caller caller) {
    caller.askCancel(3L).sendCancel(true);
    caller.toFutureCancel(); // wrong
  }
}
