// kind: used-after-use
// shape: try
// why: A sender may be closed after sendFrom: that takes the shot back from the future.

package misuse;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class TakesBackFromALateFuture {
  static void answer(AnswerChannel.Sender sender, CompletableFuture<String> source)
      throws InterruptedException {
    sender.sendFrom(source);
    try {
      System.out.println(source.get(10, TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      sender.close();
    } catch (ExecutionException e) {
      System.out.println("failed: " + e.getCause());
    }
  }
}
