// kind: used-after-use
// shape: try
// why: The block uses the sender, or else its catch does, and then what follows both.

package misuse;

class TryAndCatchUseThenAgain {
  static void answer(CountChannel.Sender sender, String text) {
    try {
      sender.send(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      sender.fail(e);
    }
    sender.close(); // wrong
  }
}
