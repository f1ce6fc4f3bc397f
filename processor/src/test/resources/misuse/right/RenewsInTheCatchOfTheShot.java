// kind: used-after-use
// shape: try
// why: The catch assigns the variable a fresh sender before it uses it.

package misuse;

class RenewsInTheCatchOfTheShot {
  static long ask(PriceChannel.Receiver prices, String text) throws InterruptedException {
    PriceChannel.Sender sender = prices.sender();
    try (PriceChannel.Shot shot = sender.shot()) {
      shot.send(Long.parseLong(text));
    } catch (NumberFormatException e) {
      sender = prices.renew();
      sender.send(-1);
    }
    return prices.receive();
  }
}
