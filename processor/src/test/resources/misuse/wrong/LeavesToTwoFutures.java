// kind: used-after-use
// shape: straight
// why: A shot is left to one future; the faster of two has to be chosen before.
package misuse;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

final class LeavesToTwoFutures {
  void hedge(PriceChannel.Sender sender, Supplier<Long> near, Supplier<Long> far) {
    sender.sendFrom(CompletableFuture.supplyAsync(near));
    sender.sendFrom(CompletableFuture.supplyAsync(far)); // wrong
  }
}
