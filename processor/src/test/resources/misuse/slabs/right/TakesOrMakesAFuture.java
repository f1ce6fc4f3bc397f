// kind: id-used-after-its-end
// shape: branch
// why: One of two branches ends it.
package misuse;

import io.multishot.Poll;

class TakesOrMakesAFuture {
  Object ask(QuoteSlab replies, long id) {
    if (replies.poll(id) == Poll.READY) {
      return replies.take(id);
    }
    return replies.toFuture(id);
  }
}
