// kind: used-after-use
// shape: straight
// why: After sendFrom only close takes the shot back; fail is a second use.
package misuse;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

final class CancelsAFutureByFailing {
  static void cancel(CountChannel.Sender sender, CompletableFuture<Integer> count) {
    sender.sendFrom(count);
    count.cancel(true);
    sender.fail(new CancellationException("cancelled")); // wrong
  }
}
