// kind: outdated-view
// shape: straight
// why: The channel is armed before the arguments are evaluated, and these read the view.
package misuse;

class SendsBackTheView {
  void repeat(FillChannel.Receiver fills) throws InterruptedException {
    Fill fill = fills.receive();
    fills.sender().send(fill.orderId(), 0.5, "XETR"); // wrong
  }
}
