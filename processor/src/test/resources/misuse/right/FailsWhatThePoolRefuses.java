// kind: used-after-use
// shape: lambda
// why: A task that was refused never runs, so that the sender is live in the catch.

package misuse;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

class FailsWhatThePoolRefuses {
  static void answer(ExecutorService pool, PriceChannel.Sender sender, String text) {
    try {
      pool.execute(
          () -> {
            try {
              sender.send(Long.parseLong(text));
            } catch (NumberFormatException e) {
              sender.fail(e);
            }
          });
    } catch (RejectedExecutionException e) {
      sender.fail(e);
    }
  }
}
