// kind: id-used-after-its-end
// shape: field
// why: The field is assigned by a method that is called in between.
package misuse;

import io.multishot.SlabId;

class AcquiresItsFieldByAMethod {
  private final QuoteSlab replies = QuoteSlab.open(8);
  private @SlabId long id;

  long sum() throws InterruptedException {
    next();
    long sum = replies.receive(id);
    next();
    return sum + replies.receive(id);
  }

  private void next() {
    id = replies.acquire();
    replies.send(id, 1);
  }
}
