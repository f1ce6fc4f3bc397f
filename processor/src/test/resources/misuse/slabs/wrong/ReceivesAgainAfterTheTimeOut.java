// kind: id-used-after-its-end
// shape: try
// why: The time-out has ended it.
package misuse;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ReceivesAgainAfterTheTimeOut {
  long ask(QuoteSlab replies, long id) throws Exception {
    try {
      return replies.receive(id, 1, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return replies.receive(id, 9, TimeUnit.SECONDS); // wrong
    }
  }
}
