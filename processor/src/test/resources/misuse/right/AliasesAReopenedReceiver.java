// kind: armed-after-close
// shape: alias
// why: One variable is assigned an open receiver, and the other is not used to arm.
package misuse;

class AliasesAReopenedReceiver {
  long ask(PriceChannel.Receiver prices) throws InterruptedException {
    PriceChannel.Receiver same = prices;
    prices.close();
    same = PriceChannel.open();
    same.sender().send(7);
    return same.receive();
  }
}
