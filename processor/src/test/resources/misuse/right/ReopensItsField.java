// kind: armed-after-close
// shape: field
// why: The method in between opens a new receiver.
package misuse;

class ReopensItsField {
  private PriceChannel.Receiver prices = PriceChannel.open();

  PriceChannel.Sender restart() {
    prices.close();
    reopen();
    return prices.sender();
  }

  private void reopen() {
    prices = PriceChannel.open();
  }
}
