// kind: used-after-use
// shape: alias
// why: The alias holds the next shot's sender, whatever the first variable holds.
package misuse;

class AssignsTheAliasAnew {
  void answer(AnswerChannel.Receiver answers) throws InterruptedException {
    AnswerChannel.Sender first = answers.sender();
    AnswerChannel.Sender alias = first;
    first.send("one");
    System.out.println(answers.receive());
    alias = answers.sender();
    alias.send("two");
  }
}
