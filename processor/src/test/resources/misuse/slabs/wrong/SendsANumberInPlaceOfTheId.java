// kind: exchanged
// shape: straight
// why: The price stands in the place of the id.
package misuse;

class SendsANumberInPlaceOfTheId {
  boolean answer(QuoteSlab replies) {
    long id = replies.acquire();
    return replies.send(17, id); // wrong
  }
}
