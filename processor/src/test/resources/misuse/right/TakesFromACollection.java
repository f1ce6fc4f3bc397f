// kind: used-after-use
// shape: straight
// why: Each call gives another sender, of a queue, a list or a map.
package misuse;

import java.util.List;
import java.util.Map;
import java.util.Queue;

class TakesFromACollection {
  void answer(
      Queue<AnswerChannel.Sender> queue,
      List<AnswerChannel.Sender> list,
      Map<String, AnswerChannel.Sender> map) {
    queue.remove().send("one");
    queue.remove().send("two");
    list.remove(0).close();
    list.remove(0).close();
    map.get("three").send("three");
    map.get("four").fail(new IllegalStateException("four"));
    AnswerChannel.Sender next = queue.poll();
    next.send("five");
    next = queue.poll();
    next.send("six");
  }
}
