// kind: used-after-use
// shape: call
// why: Passing a sender on is no use, and one that the full queue refused is still this method's.

package misuse;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

class FailsWhatTheQueueRefuses {
  record Request(String text, AnswerChannel.Sender reply) {}

  static void submit(BlockingQueue<Request> requests, String text, AnswerChannel.Sender reply)
      throws InterruptedException {
    Request request = new Request(text, reply);
    if (!requests.offer(request) && !requests.offer(request, 1, TimeUnit.SECONDS)) {
      reply.fail(new IllegalStateException("the queue is full"));
    }
  }
}
