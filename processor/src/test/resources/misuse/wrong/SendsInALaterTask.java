// kind: used-after-use
// shape: lambda
// why: The sender was consumed before the task was made, and the variable cannot change any more.
package misuse;

import java.util.concurrent.Executor;

class SendsInALaterTask {
  void answer(AnswerChannel.Sender sender, Executor executor) {
    sender.send("at once");
    executor.execute(() -> sender.send("later")); // wrong
  }
}
