// kind: id-used-after-its-end
// shape: loop
// why: Each round acquires an id of its own.
package misuse;

class AcquiresInEachRound {
  long sum(QuoteSlab replies, int count) throws InterruptedException {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      long id = replies.acquire();
      replies.send(id, i);
      sum += replies.receive(id);
    }
    return sum;
  }
}
