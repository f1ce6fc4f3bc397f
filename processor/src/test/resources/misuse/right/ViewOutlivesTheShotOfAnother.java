// kind: outdated-view
// shape: straight
// why: The receiver that is armed, renewed or closed is another one than that of the view.

package misuse;

class ViewOutlivesTheShotOfAnother {
  static double join(TradeChannel.Receiver left, TradeChannel.Receiver right) {
    left.sender().send(1, 2.5);
    right.sender().send(1, 4.5);
    TradeChannel.View bought = left.takeView();
    TradeChannel.View sold = right.peekView();
    double profit = sold.price() - bought.price();
    TradeChannel.Sender next = left.sender();
    next.close();
    left.close();
    right.takeView();
    return profit + sold.price();
  }
}
