// kind: used-after-use
// shape: try
// why: The statement closes a Shot that was left to a future, which does nothing; the other path sends.

package misuse;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

class LeavesTheShotToAFuture {
  private final Map<String, Long> cache = Map.of("a", 1L);

  void answer(PriceChannel.Sender sender, String key) {
    try (PriceChannel.Shot shot = sender.shot()) {
      Long cached = cache.get(key);
      if (cached == null) {
        shot.sendFrom(CompletableFuture.supplyAsync(() -> (long) key.length()));
        return;
      }
      shot.send(cached);
    }
  }
}
