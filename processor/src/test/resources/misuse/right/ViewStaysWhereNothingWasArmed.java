// kind: outdated-view
// shape: branch
// why: The view is read where trySender has armed nothing, or before it has.

package misuse;

class ViewStaysWhereNothingWasArmed {
  static double read(FillChannel.Receiver fills, boolean again) {
    Fill fill = fills.take();
    if (!again) {
      return fill.price();
    }
    double price = fill.price();
    FillChannel.Sender next = fills.trySender();
    if (next == null) {
      return fill.notional();
    }
    next.close();
    return price;
  }
}
