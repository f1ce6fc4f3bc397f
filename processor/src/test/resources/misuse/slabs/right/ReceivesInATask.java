// kind: id-used-after-its-end
// shape: lambda
// why: The task receives, and the method goes on with nothing but looking.
package misuse;

import java.util.concurrent.Executor;

class ReceivesInATask {
  void ask(QuoteSlab replies, Executor executor, long id) {
    executor.execute(() -> System.out.println(replies.receiveUninterruptibly(id)));
    System.out.println(replies.poll(id));
    replies.withdraw(id);
  }
}
