// kind: result-thrown-away
// shape: straight
// why: To peek leaves everything as it is.
package misuse;

class ForgetsTheAnswerItPeeked {
  void ask(OrdersCall.Caller caller) {
    caller.peekPlace(); // wrong
    caller.drop();
  }
}
