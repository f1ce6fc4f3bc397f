// kind: used-after-use
// shape: straight
// why: The sender in the pattern's variable is consumed by its first use.
package misuse;

class AnswersAMessageTwice {
  void handle(Object message) {
    if (message instanceof AnswerChannel.Sender sender) {
      sender.send("hello");
      sender.send("goodbye"); // wrong
    } else {
      throw new IllegalArgumentException("unknown: " + message);
    }
  }
}
