// kind: acquired-after-close
// shape: straight
// why: The variable is assigned another slab.
package misuse;

class ReopensTheSlab {
  long again(QuoteSlab replies) {
    replies.close();
    replies = QuoteSlab.open(8);
    return replies.acquire();
  }
}
