// kind: asked-after-close
// shape: try
// why: The resource is closed at the end of the statement.
package misuse;

class AsksAfterTheResource {
  void ask(PricingCall.Caller caller, Pricing book) throws InterruptedException {
    try (caller) {
      caller.askPrice(1L, 1).serve(book);
      System.out.println(caller.receive());
    }
    caller.askPrice(2L, 1).serve(book); // wrong
  }
}
