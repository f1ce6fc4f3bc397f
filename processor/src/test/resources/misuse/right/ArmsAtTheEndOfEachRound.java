// kind: used-after-use
// shape: loop
// why: The last statement of each round assigns the variable anew.

package misuse;

class ArmsAtTheEndOfEachRound {
  static void stream(AnswerChannel.Receiver answers, String... texts) {
    var sender = answers.sender();
    for (String text : texts) {
      sender.send(text);
      System.out.println(answers.take());
      sender = answers.sender();
    }
    sender.close();
  }
}
