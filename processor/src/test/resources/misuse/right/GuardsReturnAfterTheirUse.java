// kind: used-after-use
// shape: branch
// why: Each guard that uses the sender leaves the method.

package misuse;

class GuardsReturnAfterTheirUse {
  static void answer(AnswerChannel.Sender sender, String question) {
    if (question == null) {
      sender.fail(new NullPointerException("question"));
      return;
    }
    if (question.isEmpty()) {
      sender.close();
      return;
    }
    if (question.length() > 80) {
      IllegalArgumentException e = new IllegalArgumentException("too long");
      sender.fail(e);
      throw e;
    }
    sender.send(question.strip());
  }
}
