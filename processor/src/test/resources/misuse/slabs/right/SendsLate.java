// kind: id-used-after-its-end
// shape: straight
// why: A reply may come late, or twice: then send returns false.
package misuse;

import java.util.concurrent.CompletableFuture;

class SendsLate {
  boolean late(QuoteSlab replies) throws Exception {
    long id = replies.acquire();
    replies.send(id, 1);
    long price = replies.receive(id);
    boolean isSent = replies.send(id, price);
    replies.fail(id, new Exception());
    replies.disconnect(id);
    replies.sendFrom(id, CompletableFuture.completedFuture(price));
    return isSent;
  }
}
