// kind: acquired-after-close
// shape: straight
// why: A closed slab gives out no id.
package misuse;

class AcquiresAfterClosing {
  long next(QuoteSlab replies) {
    replies.close();
    return replies.acquire(); // wrong
  }
}
