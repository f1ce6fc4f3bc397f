// kind: outdated-view
// shape: straight
// why: A closed receiver keeps no message.
package misuse;

class ReadsAfterClosing {
  String last() throws InterruptedException {
    FillChannel.Receiver fills = FillChannel.open();
    fills.sender().send(17, 100.25, "XETR");
    Fill fill = fills.receive();
    fills.close();
    return fill.venue(); // wrong
  }
}
