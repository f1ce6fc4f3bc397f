// kind: id-used-after-its-end
// shape: straight
// why: The first receive has ended it.
package misuse;

class ReceivesTwice {
  long sum(QuoteSlab replies) throws InterruptedException {
    long id = replies.acquire();
    replies.send(id, 1);
    long sum = replies.receive(id);
    return sum + replies.receive(id); // wrong
  }
}
