// kind: outdated-view
// shape: straight
// why: The fields are read before the next shot is armed, and only the copies after that.
package misuse;

class CopiesWhatItNeeds {
  record Copy(long orderId, double price, String venue) implements Fill {}

  String next(FillChannel.Receiver fills) throws InterruptedException {
    Fill fill = fills.receive();
    long orderId = fill.orderId();
    Fill copy = new Copy(orderId, fill.price(), fill.venue());
    FillChannel.Sender sender = fills.sender();
    sender.send(orderId + 1, copy.price(), copy.venue());
    fill = copy;
    return fill.venue() + fill.notional();
  }
}
