// kind: used-after-use
// shape: branch
// why: A ternary evaluates one of its two branches.

package misuse;

class PicksTheOutcomeByATernary {
  static boolean answer(TradeChannel.Sender sender, Trade trade) {
    return trade.price() > 0
        ? sender.send(trade)
        : trade.price() < 0
            ? sender.send(trade.orderId(), -trade.price())
            : sender.fail(new ArithmeticException("no price"));
  }
}
