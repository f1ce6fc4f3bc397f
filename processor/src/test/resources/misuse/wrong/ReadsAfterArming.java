// kind: outdated-view
// shape: straight
// why: From the arming on, the view is outdated.
package misuse;

class ReadsAfterArming {
  void book(FillChannel.Receiver fills) throws InterruptedException {
    Fill fill = fills.receive();
    long id = fill.orderId();
    FillChannel.Sender next = fills.sender();
    System.out.println(id + " at " + fill.price()); // wrong
    next.close();
  }
}
