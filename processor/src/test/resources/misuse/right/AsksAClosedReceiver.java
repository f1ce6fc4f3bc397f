// kind: armed-after-close
// shape: straight
// why: A closed receiver may be asked and closed again, and trySender returns null.
package misuse;

class AsksAClosedReceiver {
  boolean isClosed(AnswerChannel.Receiver answers) {
    answers.close();
    AnswerChannel.Sender none = answers.trySender();
    System.out.println(answers + ": " + answers.poll() + ", " + answers.withdraw());
    answers.close();
    return none == null && !answers.drop();
  }
}
