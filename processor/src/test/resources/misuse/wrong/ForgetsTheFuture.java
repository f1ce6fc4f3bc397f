// kind: result-thrown-away
// shape: straight
// why: The future is the only way to the outcome.
package misuse;

import java.util.concurrent.Executor;

class ForgetsTheFuture {
  void ask(AnswerChannel.Receiver answers, Executor worker) {
    AnswerChannel.Sender sender = answers.sender();
    answers.toFuture(); // wrong
    worker.execute(() -> sender.send("forty-two"));
  }
}
