// kind: used-after-use
// shape: try
// why: The finally block has closed the sender on every path.
package misuse;

class SendsAfterTheFinally {
  void answer(AnswerChannel.Sender sender, Runnable task) {
    try {
      task.run();
    } finally {
      sender.close();
    }
    sender.send("done"); // wrong
  }
}
