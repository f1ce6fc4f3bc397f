// kind: used-after-use
// shape: straight
// why: The shot has ended before its Shot is asked for.
package misuse;

final class TakesTheShotTooLate {
  void serve(AnswerChannel.Sender sender, StringBuilder log) {
    sender.send("served");
    try (AnswerChannel.Shot shot = sender.shot()) { // wrong
      log.append(shot);
    }
  }
}
