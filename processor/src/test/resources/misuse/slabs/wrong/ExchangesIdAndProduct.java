// kind: exchanged
// shape: straight
// why: The product stands in the place of the id.
package misuse;

class ExchangesIdAndProduct {
  boolean answer(QuoteSlab replies, int quantity, long[] prices) {
    long id = replies.tryAcquire();
    long total = quantity * prices[0];
    return replies.send(total, id); // wrong
  }
}
