// kind: acquired-after-close
// shape: straight
// why: A closed slab gives out no id, nor one with a deadline.
package misuse;

class AcquiresAfterClosingWithACause {
  long next(QuoteSlab replies, Exception cause) {
    replies.close(cause);
    System.out.println("closed");
    return replies.acquire(7); // wrong
  }
}
