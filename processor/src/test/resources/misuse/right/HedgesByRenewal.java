// kind: used-after-use
// shape: try
// why: The second worker gets a fresh sender; the first keeps its own, which the receiver has abandoned.

package misuse;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class HedgesByRenewal {
  static String ask(AnswerChannel.Receiver answers, ExecutorService fast, ExecutorService safe)
      throws InterruptedException {
    AnswerChannel.Sender first = answers.sender();
    fast.execute(() -> first.send("fast"));
    try {
      return answers.receive(5, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      AnswerChannel.Sender second = answers.renew();
      safe.execute(() -> second.send("safe"));
      return answers.receive();
    }
  }
}
