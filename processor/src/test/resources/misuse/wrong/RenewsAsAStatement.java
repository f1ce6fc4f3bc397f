// kind: used-after-use
// shape: rearmed
// why: What renew returned is the sender of the new shot, and the old variable is consumed.
package misuse;

class RenewsAsAStatement {
  private final AnswerChannel.Receiver answers = AnswerChannel.open();

  void ask() {
    AnswerChannel.Sender sender = answers.sender();
    for (int i = 0; i < 10; i++) {
      sender.send("answer " + i); // wrong
      System.out.println(answers.take());
      answers.renew();
    }
  }
}
