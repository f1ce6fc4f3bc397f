// kind: used-after-use
// shape: straight
// why: Only the path that has used the sender reaches what follows, for the other one throws.

package misuse;

class OtherBranchThrowsThenAgain {
  static void answer(AnswerChannel.Sender sender, String text) {
    if (text != null) {
      sender.send(text);
    } else {
      throw new NullPointerException("text");
    }
    sender.onAbandoned(Thread.currentThread()::interrupt); // wrong
  }
}
