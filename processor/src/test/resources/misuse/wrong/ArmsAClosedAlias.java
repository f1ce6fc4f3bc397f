// kind: armed-after-close
// shape: alias
// why: Both variables hold the same receiver, which is closed.
package misuse;

class ArmsAClosedAlias {
  void restart() {
    final var answers = AnswerChannel.open();
    AnswerChannel.Receiver same = answers;
    same.close();
    answers.sender().send("restarted"); // wrong
  }
}
