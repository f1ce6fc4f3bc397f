// kind: used-after-use
// shape: field
// why: The method in between assigns the field anew.
package misuse;

class ArmsItsFieldByAMethod {
  private final PriceChannel.Receiver prices = PriceChannel.open();
  private PriceChannel.Sender sender = prices.sender();

  long sum() throws InterruptedException {
    sender.send(1);
    long sum = next();
    this.sender.send(2);
    return sum + next();
  }

  private long next() throws InterruptedException {
    long price = prices.receive();
    sender = prices.sender();
    return price;
  }
}
