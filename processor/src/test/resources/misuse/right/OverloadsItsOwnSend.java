// kind: used-after-use
// shape: call
// why: The methods called send and fail are this class's own, and the sender is used once in each.

package misuse;

class OverloadsItsOwnSend {
  private final PriceChannel.Receiver prices = PriceChannel.open();

  void send(PriceChannel.Sender sender) {
    send(sender, 1);
  }

  boolean send(PriceChannel.Sender sender, long price) {
    return sender.send(price);
  }

  PriceChannel.Sender sender() {
    return prices.sender();
  }

  void run() {
    send(sender());
    prices.drop();
    send(sender(), 2);
    prices.drop();
    sender().send(3);
    prices.drop();
    sender().send(4);
  }
}
