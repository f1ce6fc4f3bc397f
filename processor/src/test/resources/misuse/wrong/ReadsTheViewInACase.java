// kind: outdated-view
// shape: switch
// why: The shot was armed before the switch reads the view.
package misuse;

class ReadsTheViewInACase {
  String describe(TradeChannel.Receiver trades, int form) throws InterruptedException {
    TradeChannel.View trade = trades.receiveView();
    TradeChannel.Sender next = trades.sender();
    next.send(form, form);
    return switch (form) {
      case 0 -> "";
      case 1 -> "order " + trade.orderId(); // wrong
      default -> throw new IllegalArgumentException();
    };
  }
}
