// kind: id-used-after-its-end
// shape: loop
// why: It tries with a new id after each time-out.
package misuse;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class RetriesWithANewId {
  long ask(QuoteSlab replies) throws InterruptedException {
    long id = replies.acquire();
    while (true) {
      try {
        return replies.receive(id, 1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        id = replies.acquire();
      }
    }
  }
}
