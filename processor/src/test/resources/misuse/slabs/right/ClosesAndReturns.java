// kind: acquired-after-close
// shape: branch
// why: It returns where it has closed.
package misuse;

class ClosesAndReturns {
  long next(QuoteSlab replies, boolean isLast) {
    if (isLast) {
      replies.close();
      return QuoteSlab.NONE;
    }
    return replies.tryAcquire();
  }
}
