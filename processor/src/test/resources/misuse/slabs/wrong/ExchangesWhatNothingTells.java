// kind: exchanged
// shape: straight
// why: The price stands in the place of the id; no annotation says so.
package misuse;

class ExchangesWhatNothingTells {
  boolean answer(QuoteSlab replies, long id, long price) {
    return replies.send(price, id); // wrong
  }
}
