// kind: id-used-after-its-end
// shape: straight
// why: Each shot is received once.
package misuse;

class ReceivesEachOnce {
  long sum(QuoteSlab replies) throws InterruptedException {
    long first = replies.acquire();
    long second = replies.acquire();
    replies.send(first, 1);
    replies.send(second, 2);
    return replies.receive(first) + replies.receive(second);
  }
}
