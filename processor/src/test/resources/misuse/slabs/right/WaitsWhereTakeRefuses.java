// kind: id-used-after-its-end
// shape: try
// why: What is not there yet is waited for: take has ended nothing.
package misuse;

class WaitsWhereTakeRefuses {
  long outcome(QuoteSlab replies, long id) throws InterruptedException {
    try {
      return replies.take(id);
    } catch (IllegalStateException e) {
      return replies.receive(id);
    }
  }
}
