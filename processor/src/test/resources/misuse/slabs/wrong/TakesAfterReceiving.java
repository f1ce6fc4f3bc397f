// kind: id-used-after-its-end
// shape: straight
// why: It has ended, in whichever way.
package misuse;

import java.util.concurrent.TimeUnit;

class TakesAfterReceiving {
  long sum(QuoteSlab replies, long id) throws Exception {
    long sum = replies.receive(id, 1, TimeUnit.SECONDS);
    replies.send(id, 2);
    return sum + replies.take(id); // wrong
  }
}
