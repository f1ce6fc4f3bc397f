// kind: asked-after-close
// shape: straight
// why: A closed caller asks nothing.
package misuse;

class AsksAfterClosing {
  PricingCall.Request ask(PricingCall.Caller caller) {
    caller.close();
    return caller.askPrice(17L, 300); // wrong
  }
}
