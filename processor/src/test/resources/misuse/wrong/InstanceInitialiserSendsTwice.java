// kind: used-after-use
// shape: straight
// why: The initialiser of an object uses one local sender twice.

package misuse;

class InstanceInitialiserSendsTwice {
  private final PriceChannel.Receiver prices = PriceChannel.open();
  private final long first;

  {
    PriceChannel.Sender sender = prices.sender();
    if (System.nanoTime() > 0) {
      sender.send(1);
    } else {
      sender.send(2);
    }
    first = prices.take();
    sender.send(3); // wrong
  }

  long first() {
    return first;
  }
}
