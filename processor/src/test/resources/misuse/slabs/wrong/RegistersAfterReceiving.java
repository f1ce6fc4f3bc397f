// kind: id-used-after-its-end
// shape: straight
// why: The handler will not run.
package misuse;

import java.util.concurrent.Executor;

class RegistersAfterReceiving {
  void ask(QuoteSlab replies, long id, QuoteSlab.Handler handler, Executor executor) {
    long price = replies.receiveUninterruptibly(id);
    System.out.println(price);
    replies.onReceive(id, handler); // wrong
    replies.onReceive(id, handler, executor); // wrong
  }
}
