// kind: id-used-after-its-end
// shape: loop
// why: The time-out has ended it, so that there is nothing to try again.
package misuse;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class TriesAgainAfterTheTimeOut {
  long ask(QuoteSlab replies, long id) throws InterruptedException {
    while (true) {
      try {
        return replies.receive(id, 1, TimeUnit.SECONDS); // wrong
      } catch (TimeoutException e) {
        System.out.println("still waiting");
      }
    }
  }
}
