// kind: used-after-use
// shape: straight
// why: A send that returns false has consumed the sender nevertheless.
package misuse;

class FailsWhereNobodyListens {
  static void reply(AnswerChannel.Sender sender, String text) {
    if (!sender.send(text)) {
      sender.fail(new IllegalStateException("abandoned")); // wrong
    }
  }
}
