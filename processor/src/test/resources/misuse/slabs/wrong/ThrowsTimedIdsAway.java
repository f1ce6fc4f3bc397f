// kind: id-thrown-away
// shape: straight
// why: Nobody can receive what expires.
package misuse;

class ThrowsTimedIdsAway {
  void fill(QuoteSlab replies) {
    replies.acquire(7); // wrong
    replies.tryAcquire(7); // wrong
  }
}
