// kind: used-after-use
// shape: try
// why: The inner statement closes its resource on the way to the outer catch.
package misuse;

class FailsInAnOuterCatch {
  void run(AnswerChannel.Sender sender, StringBuilder log) {
    AnswerChannel.Sender own = sender;
    try (AnswerChannel.Shot shot = own.shot()) {
      try {
        log.append("running");
        shot.send(log.reverse().toString());
      } finally {
        log.setLength(0);
      }
    } catch (RuntimeException e) {
      own.fail(e); // wrong
      throw e;
    }
  }
}
