// kind: used-after-use
// shape: branch
// why: A send that returned false has consumed the sender, which is then failed, or closed.

package misuse;

class FailsWhatCouldNotBeSent {
  static void answer(AnswerChannel.Sender sender, String text) {
    if (!sender.send(text)) {
      sender.fail(new IllegalStateException("not sent")); // wrong
    }
  }

  static boolean either(CountChannel.Sender sender) {
    return sender.send(1) || sender.send(2); // wrong
  }
}
