// kind: exchanged
// shape: straight
// why: An int is no id.
package misuse;

class ExchangesIdAndCount {
  boolean answer(QuoteSlab replies, int count) {
    long id = replies.acquire(7);
    return replies.send(count, id); // wrong
  }
}
