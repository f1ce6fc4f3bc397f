// kind: id-used-after-its-end
// shape: loop
// why: All rounds but the first find it ended.
package misuse;

class ReceivesInEachRound {
  long sum(QuoteSlab replies, int count) throws InterruptedException {
    long id = replies.acquire();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += replies.receive(id); // wrong
    }
    return sum;
  }
}
