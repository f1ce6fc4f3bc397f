// kind: used-after-use
// shape: alias
// why: The patterns' variables hold one message, which is of one kind only.
package misuse;

class MatchesOneOfTwoKinds {
  void handle(Object message) {
    if (message instanceof CountChannel.Sender sender) {
      sender.send(1);
      return;
    }
    if (!(message instanceof AnswerChannel.Sender sender)) {
      throw new IllegalArgumentException("unknown: " + message);
    }
    sender.send("one");
  }
}
