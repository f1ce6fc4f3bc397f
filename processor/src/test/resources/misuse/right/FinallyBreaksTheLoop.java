// kind: used-after-use
// shape: try
// why: The break of the finally block leaves the endless loop after its first round.

package misuse;

class FinallyBreaksTheLoop {
  @SuppressWarnings("finally")
  static void answer(AnswerChannel.Sender sender, Object question) {
    String answer = "none";
    while (true) {
      try {
        answer = question.toString();
      } finally {
        sender.send(answer);
        break;
      }
    }
  }
}
