// kind: id-used-after-its-end
// shape: straight
// why: The variable holds another id.
package misuse;

class AcquiresTheSameVariableAnew {
  long sum(QuoteSlab replies) throws InterruptedException {
    long id = replies.acquire();
    replies.send(id, 1);
    long sum = replies.receive(id);
    id = replies.acquire();
    replies.send(id, 2);
    return sum + replies.receive(id);
  }
}
