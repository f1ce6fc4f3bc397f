// kind: outdated-view
// shape: alias
// why: Both variables hold the same view.
package misuse;

class ReadsAnAliasOfAView {
  double price(FillChannel.Receiver fills) throws InterruptedException {
    Fill taken = fills.receive();
    Fill fill = taken;
    FillChannel.Receiver same = fills;
    FillChannel.Sender next = same.sender();
    next.close();
    return fill.price(); // wrong
  }
}
