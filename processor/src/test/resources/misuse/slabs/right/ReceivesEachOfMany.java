// kind: id-used-after-its-end
// shape: loop
// why: Each element is another id.
package misuse;

class ReceivesEachOfMany {
  long sum(QuoteSlab replies, long[] ids) throws InterruptedException {
    for (int i = 0; i < ids.length; i++) {
      ids[i] = replies.acquire();
    }
    long sum = 0;
    for (long id : ids) {
      replies.send(id, 1);
      sum += replies.receive(id);
    }
    return sum + replies.receive(ids[0] = replies.acquire()) + replies.receive(ids[1]);
  }
}
