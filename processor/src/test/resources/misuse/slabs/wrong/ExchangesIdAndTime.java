// kind: exchanged
// shape: straight
// why: The time stands in the place of the id.
package misuse;

import java.util.concurrent.TimeUnit;

class ExchangesIdAndTime {
  long ask(QuoteSlab replies) throws Exception {
    long id = replies.acquire();
    replies.await(5, id, TimeUnit.SECONDS); // wrong
    return replies.receive(2, id, TimeUnit.SECONDS); // wrong
  }
}
