// kind: outdated-view
// shape: straight
// why: The variable holds another receiver when it arms, so that the view is of a shot that is still the last.

package misuse;

class ViewOfTheReceiverBefore {
  static double read(FillChannel.Receiver fills, FillChannel.Receiver others) {
    Fill fill = fills.take();
    fills = others;
    FillChannel.Sender next = fills.sender();
    next.send(fill.orderId(), fill.price(), "Y");
    return fill.notional() + fills.take().price();
  }
}
