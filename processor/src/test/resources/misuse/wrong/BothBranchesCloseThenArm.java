// kind: armed-after-close
// shape: straight
// why: Both branches close the receiver, which is then renewed.

package misuse;

class BothBranchesCloseThenArm {
  static AnswerChannel.Sender restart(AnswerChannel.Receiver answers, boolean hard) {
    if (hard) {
      answers.close();
    } else {
      answers.drop();
      answers.close();
    }
    return answers.renew(); // wrong
  }
}
