// kind: id-used-after-its-end
// shape: straight
// why: There is nothing to wait for any more.
package misuse;

import java.util.concurrent.TimeUnit;

class AwaitsAfterTaking {
  void ask(QuoteSlab replies, long id) throws InterruptedException {
    System.out.println(replies.take(id));
    replies.await(id); // wrong
    replies.await(id, 1, TimeUnit.SECONDS); // wrong
  }
}
