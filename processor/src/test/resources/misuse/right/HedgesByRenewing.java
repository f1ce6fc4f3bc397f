// kind: used-after-use
// shape: straight
// why: The late sender and the fresh one are each used once.
package misuse;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class HedgesByRenewing {
  private final AnswerChannel.Receiver answers = AnswerChannel.open();

  String ask(Runnable slowly) throws InterruptedException {
    AnswerChannel.Sender slow = answers.sender();
    slow.onAbandoned(() -> System.out.println("too slow"));
    slowly.run();
    try {
      return answers.receive(5, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      AnswerChannel.Sender fresh = answers.renew();
      boolean wasLate = !slow.send("slow");
      fresh.send(wasLate ? "late" : "in time");
      return answers.receive();
    }
  }
}
