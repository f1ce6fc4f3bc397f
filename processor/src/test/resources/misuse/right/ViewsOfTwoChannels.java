// kind: outdated-view
// shape: straight
// why: The receiver that arms is not the one whose view is read.
package misuse;

class ViewsOfTwoChannels {
  double spread(FillChannel.Receiver bids, FillChannel.Receiver asks) throws InterruptedException {
    Fill bid = bids.receive();
    Fill ask = asks.receive();
    double price = bid.price();
    bids.sender().send(ask.orderId(), ask.price(), ask.venue());
    bids.close();
    return ask.price() - price;
  }
}
