// kind: asked-after-close
// shape: straight
// why: A closed caller asks nothing, whatever the method.
package misuse;

class AsksOneOfSeveralAfterClosing {
  void ask(OrdersCall.Caller caller) {
    caller.close();
    caller.askSettle(); // wrong
  }
}
