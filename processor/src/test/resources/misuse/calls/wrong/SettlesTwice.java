// kind: request-used-after-use
// shape: straight
// why: An answer without a value is an answer.
package misuse;

class SettlesTwice {
  void answer(OrdersCall.Request request) {
    request.sendSettle();
    request.sendSettle(); // wrong
  }
}
