// kind: used-after-use
// shape: try
// why: The statement has closed the shot before its catch uses the sender.

package misuse;

class FailsAfterTheShotIsClosed {
  static void answer(PriceChannel.Sender sender, String text) {
    try (PriceChannel.Shot shot = sender.shot()) {
      shot.send(Long.parseLong(text));
    } catch (NumberFormatException e) {
      sender.fail(e); // wrong
    }
  }
}
