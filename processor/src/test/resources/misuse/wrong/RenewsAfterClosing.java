// kind: armed-after-close
// shape: straight
// why: To renew does not open a closed receiver again.
package misuse;

class RenewsAfterClosing {
  private final AnswerChannel.Receiver answers = AnswerChannel.open();

  void restart(java.util.List<AnswerChannel.Sender> out) {
    answers.close();
    out.clear();
    out.add(this.answers.renew()); // wrong
  }
}
