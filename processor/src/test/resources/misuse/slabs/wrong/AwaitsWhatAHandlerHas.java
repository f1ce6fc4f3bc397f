// kind: id-left-to-a-callback
// shape: straight
// why: The handler waits for it already.
package misuse;

import java.util.concurrent.Executor;

class AwaitsWhatAHandlerHas {
  void ask(QuoteSlab replies, long id, QuoteSlab.Handler handler, Executor executor)
      throws InterruptedException {
    replies.onReceive(id, handler, executor);
    replies.await(id); // wrong
  }
}
