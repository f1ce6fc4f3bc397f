// kind: id-used-after-its-end
// shape: alias
// why: Both variables hold the one id.
package misuse;

class ReceivesByAnAlias {
  long sum(QuoteSlab replies) throws InterruptedException {
    long id = replies.acquire();
    long same = id;
    replies.send(id, 1);
    long sum = replies.receive(same);
    return sum + replies.receive(id); // wrong
  }
}
