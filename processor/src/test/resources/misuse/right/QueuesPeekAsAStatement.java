// kind: result-thrown-away
// shape: straight
// why: The methods are those of other classes that have the same names.

package misuse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

class QueuesPeekAsAStatement {
  private final Deque<PriceChannel.Receiver> idle = new ArrayDeque<>();

  long failure() {
    return idle.size();
  }

  PriceChannel.Receiver trySender() {
    return idle.poll();
  }

  void warmUp(Stream<String> names) {
    idle.peek();
    failure();
    this.trySender();
    names.peek(System.out::println);
  }
}
