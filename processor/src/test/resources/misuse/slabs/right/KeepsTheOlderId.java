// kind: id-used-after-its-end
// shape: alias
// why: The alias keeps the older id.
package misuse;

class KeepsTheOlderId {
  long sum(QuoteSlab replies) throws InterruptedException {
    long id = replies.acquire();
    long older = id;
    id = replies.acquire();
    return replies.receive(older) + replies.receive(id);
  }
}
