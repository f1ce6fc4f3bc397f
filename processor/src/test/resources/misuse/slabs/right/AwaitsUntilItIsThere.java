// kind: id-used-after-its-end
// shape: loop
// why: To wait does not end a shot, however often.
package misuse;

import io.multishot.Poll;
import io.multishot.SlabId;
import java.util.concurrent.TimeUnit;

class AwaitsUntilItIsThere {
  long ask(QuoteSlab replies, @SlabId long id) throws InterruptedException {
    while (replies.await(id, 1, TimeUnit.SECONDS) == Poll.PENDING) {
      System.out.println("still waiting");
    }
    return replies.receive(id);
  }
}
