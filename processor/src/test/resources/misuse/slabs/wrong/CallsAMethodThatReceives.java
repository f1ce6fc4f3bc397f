// kind: id-used-after-its-end
// shape: call
// why: The method has received it.
package misuse;

class CallsAMethodThatReceives {
  long sum(QuoteSlab replies, long id) throws InterruptedException {
    return first(replies, id)
        + replies.receive(id); // wrong
  }

  private static long first(QuoteSlab replies, long id) throws InterruptedException {
    return replies.receive(id);
  }
}
