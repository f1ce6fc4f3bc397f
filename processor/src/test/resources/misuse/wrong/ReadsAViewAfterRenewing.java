// kind: outdated-view
// shape: straight
// why: To renew arms the next shot as well, and the record's view is outdated.
package misuse;

class ReadsAViewAfterRenewing {
  double last(TradeChannel.Receiver trades, java.util.Queue<TradeChannel.Sender> requests) {
    TradeChannel.View view = trades.takeView();
    requests.add(trades.renew());
    return view.price(); // wrong
  }
}
