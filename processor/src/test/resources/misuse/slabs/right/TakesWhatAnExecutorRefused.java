// kind: id-left-to-a-callback
// shape: branch
// why: It is taken only if nobody has it: the executor has refused the handler.
package misuse;

import io.multishot.Poll;
import java.util.concurrent.Executor;

class TakesWhatAnExecutorRefused {
  void ask(QuoteSlab replies, long id, QuoteSlab.Handler handler, Executor executor) {
    replies.onReceive(id, handler, executor);
    if (replies.poll(id) == Poll.READY) {
      handler.received(id, replies.take(id));
    }
  }
}
