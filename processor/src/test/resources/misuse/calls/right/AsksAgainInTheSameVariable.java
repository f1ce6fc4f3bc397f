// kind: request-used-after-use
// shape: straight
// why: The variable holds the next request.
package misuse;

class AsksAgainInTheSameVariable {
  void ask(OrdersCall.Caller caller, Orders desk) throws InterruptedException {
    OrdersCall.Request request = caller.askPlace("A", 3);
    request.serve(desk);
    long order = caller.receivePlace();
    request = caller.askCancel(order);
    request.serve(desk);
    if (caller.receiveCancel()) {
      request = caller.askSettle();
      request.sendSettle();
      caller.receiveSettle();
    }
  }
}
