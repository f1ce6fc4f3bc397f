// kind: id-left-to-a-callback
// shape: straight
// why: The outcome is the future's.
package misuse;

import java.util.concurrent.CompletableFuture;

class TakesWhatAFutureHas {
  long ask(QuoteSlab replies, long id) {
    CompletableFuture<Long> future = replies.toFuture(id);
    return future.isDone() ? 0 : replies.take(id); // wrong
  }
}
