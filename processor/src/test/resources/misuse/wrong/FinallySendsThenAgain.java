// kind: used-after-use
// shape: try
// why: The finally block is on every path, and what follows it uses the sender again.

package misuse;

class FinallySendsThenAgain {
  static void answer(AnswerChannel.Sender sender, Runnable task) {
    String answer = "failed";
    try {
      task.run();
      answer = "done";
    } catch (IllegalStateException e) {
      answer = e.getMessage();
    } finally {
      sender.send(answer);
    }
    sender.send("again: " + answer); // wrong
  }
}
