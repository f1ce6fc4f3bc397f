// kind: id-used-after-its-end
// shape: branch
// why: Where it is not wanted it is abandoned, and then received.
package misuse;

class ForgetsToReturn {
  long ask(QuoteSlab replies, long id, boolean isWanted) throws InterruptedException {
    if (!isWanted) {
      replies.abandon(id);
    }
    return replies.receive(id); // wrong
  }
}
