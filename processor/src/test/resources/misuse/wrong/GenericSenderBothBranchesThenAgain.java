// kind: used-after-use
// shape: straight
// why: The generic sender is used in both branches and then left to a future.

package misuse;

import java.util.concurrent.CompletableFuture;

class GenericSenderBothBranchesThenAgain<T extends Comparable<T>> {
  void answer(ReplyChannel.Sender<T> sender, T left, T right) {
    {
      if (left.compareTo(right) < 0) {
        sender.send(left, 1);
      } else {
        sender.send(right, 2);
      }
    }
    sender.sendFrom(new CompletableFuture<>()); // wrong
  }
}
