// kind: id-left-to-a-callback
// shape: straight
// why: Each future is withdrawn before the next one is made.
package misuse;

import java.util.concurrent.CompletableFuture;

class WithdrawsEachFuture {
  CompletableFuture<Long> again(QuoteSlab replies, long id) {
    CompletableFuture<Long> first = replies.toFuture(id);
    replies.withdraw(id);
    CompletableFuture<Long> second = replies.toFuture(id);
    return first.isDone() ? first : second;
  }
}
