// kind: used-after-use
// shape: try
// why: The resource has been closed, and the shot has ended, before the catch begins.
package misuse;

class FailsInTheCatch {
  void parse(CountChannel.Sender sender, String text) {
    try (CountChannel.Shot shot = sender.shot()) {
      shot.send(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      sender.fail(e); // wrong
    }
  }
}
