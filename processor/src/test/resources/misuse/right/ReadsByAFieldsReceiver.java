// kind: outdated-view
// shape: field
// why: The field holds another receiver when it arms, so that the view's own receiver has not.
package misuse;

class ReadsByAFieldsReceiver {
  private FillChannel.Receiver fills = FillChannel.open();

  double rotate(FillChannel.Receiver next, FillChannel.Sender[] out) throws InterruptedException {
    FillChannel.Receiver old = fills;
    Fill fill = fills.receive();
    fills = next;
    out[0] = fills.sender();
    double price = fill.price();
    old.close();
    return price;
  }
}
