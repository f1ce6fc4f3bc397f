// kind: id-used-after-its-end
// shape: alias
// why: Calculating with an id makes another number of it.
package misuse;

import io.multishot.Poll;

class CountsTheVariableUp {
  int unknown(QuoteSlab replies, long id) {
    int unknown = 0;
    long guess = id;
    replies.abandon(guess);
    for (int i = 0; i < 8; i++) {
      guess++;
      unknown += replies.poll(guess) == Poll.UNKNOWN ? 1 : 0;
      try {
        replies.take(guess);
      } catch (IllegalStateException e) {
        System.out.println(guess);
      }
      guess += 1;
      replies.onReceive(guess, (over, price) -> {});
    }
    return unknown;
  }
}
