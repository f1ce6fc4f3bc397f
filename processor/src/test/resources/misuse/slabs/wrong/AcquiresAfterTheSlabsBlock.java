// kind: acquired-after-close
// shape: try
// why: The slab is closed at the end of the block.
package misuse;

class AcquiresAfterTheSlabsBlock {
  long next(QuoteSlab replies) {
    try (replies) {
      replies.failAll(new Exception());
    }
    return replies.acquire(); // wrong
  }
}
