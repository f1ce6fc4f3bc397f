// kind: none
// shape: straight
// why: A closed slab has NONE to give, and says so: that is what tryAcquire() is for.
package misuse;

class TriesToAcquireAfterClosing {
  boolean isFull(QuoteSlab replies) {
    replies.close();
    return replies.tryAcquire() == QuoteSlab.NONE;
  }
}
