// kind: request-used-after-use
// shape: straight
// why: Each answer has a name of its own, and consumes the request all the same.
package misuse;

class SendsOneOfSeveralTwice {
  void answer(OrdersCall.Request request) {
    request.sendPlace(1L);
    request.sendCancel(true); // wrong
  }
}
