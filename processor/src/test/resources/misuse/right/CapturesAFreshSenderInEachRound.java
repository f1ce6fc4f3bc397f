// kind: used-after-use
// shape: lambda
// why: The variable is declared in the loop, so that each task has captured another shot's sender.

package misuse;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class CapturesAFreshSenderInEachRound {
  public static void main(String[] args) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    AnswerChannel.Receiver answers = AnswerChannel.open();
    for (String arg : args) {
      AnswerChannel.Sender sender = answers.sender();
      pool.execute(() -> sender.send(arg.toUpperCase()));
      System.out.println(answers.receive());
    }
    AnswerChannel.Sender sender = answers.sender();
    pool.execute(() -> sender.send("the end"));
    System.out.println(answers.receive());
    pool.shutdown();
  }
}
