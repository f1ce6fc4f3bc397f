// kind: id-used-after-its-end
// shape: lambda
// why: It was taken before the task was made.
package misuse;

import java.util.concurrent.Executor;

class ReceivesInATaskWhatIsTaken {
  void ask(QuoteSlab replies, Executor executor, long id) {
    System.out.println(replies.take(id));
    executor.execute(() -> System.out.println(replies.receiveUninterruptibly(id))); // wrong
  }
}
