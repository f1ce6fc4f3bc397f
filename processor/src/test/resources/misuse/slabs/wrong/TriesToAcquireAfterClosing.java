// kind: acquired-after-close
// shape: straight
// why: It is NONE in any case.
package misuse;

class TriesToAcquireAfterClosing {
  boolean isFull(QuoteSlab replies) {
    replies.close();
    return replies.tryAcquire() == QuoteSlab.NONE; // wrong
  }
}
