// kind: used-after-use
// shape: loop
// why: Each round assigns the variable in the condition, and two senders taken in turn are two.

package misuse;

import java.util.Queue;

class DrainsAQueueOfSenders {
  static void close(Queue<AnswerChannel.Sender> waiting) {
    waiting.remove().send("first");
    waiting.remove().send("second");
    for (AnswerChannel.Sender next; (next = waiting.poll()) != null; ) {
      next.close();
    }
  }
}
