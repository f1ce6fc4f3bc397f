// kind: used-after-use
// shape: branch
// why: Where the price is negative the sender fails, and sends then nevertheless.
package misuse;

class FailsAndForgetsToReturn {
  void answer(PriceChannel.Sender sender, long price) {
    if (price < 0) {
      sender.fail(new IllegalArgumentException("negative"));
    }
    sender.send(price); // wrong
  }
}
