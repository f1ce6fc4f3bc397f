// kind: id-left-to-a-callback
// shape: straight
// why: Only one can have the outcome.
package misuse;

import java.util.concurrent.CompletableFuture;

class MakesTwoFutures {
  CompletableFuture<Void> both(QuoteSlab replies, long id) {
    return CompletableFuture.allOf(
        replies.toFuture(id),
        replies.toFuture(id)); // wrong
  }
}
