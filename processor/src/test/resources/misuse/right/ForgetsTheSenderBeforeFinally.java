// kind: used-after-use
// shape: try
// why: The variable is set to null after the use, and the finally block closes only what it still holds.

package misuse;

import java.util.concurrent.Callable;

class ForgetsTheSenderBeforeFinally {
  static void answer(AnswerChannel.Receiver answers, Callable<String> task) throws Exception {
    AnswerChannel.Sender sender = answers.sender();
    try {
      String answer = task.call();
      AnswerChannel.Sender live = sender;
      sender = null;
      live.send(answer);
    } finally {
      if (sender != null) {
        sender.close();
      }
    }
  }
}
