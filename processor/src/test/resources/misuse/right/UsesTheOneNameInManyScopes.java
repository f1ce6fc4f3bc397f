// kind: used-after-use
// shape: straight
// why: Each block has a sender of its own, and the field a third; only the names are equal.
package misuse;

class UsesTheOneNameInManyScopes {
  private final AnswerChannel.Receiver answers = AnswerChannel.open();
  private final AnswerChannel.Receiver others = AnswerChannel.open();
  private AnswerChannel.Sender sender = AnswerChannel.open().sender();

  void answer() {
    {
      AnswerChannel.Sender sender = answers.sender();
      sender.send("one");
    }
    sender.send("two");
    {
      AnswerChannel.Sender sender = others.sender();
      sender.send("three");
      this.sender = AnswerChannel.open().sender();
    }
  }
}
