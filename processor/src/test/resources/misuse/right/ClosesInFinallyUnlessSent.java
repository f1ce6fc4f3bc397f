// kind: used-after-use
// shape: try
// why: The flag tells the finally block whether the sender was used.

package misuse;

class ClosesInFinallyUnlessSent {
  static void answer(AnswerChannel.Sender sender, Object question) {
    boolean sent = false;
    try {
      String answer = question.toString();
      sender.send(answer);
      sent = true;
    } finally {
      if (!sent) {
        sender.close();
      }
    }
  }
}
