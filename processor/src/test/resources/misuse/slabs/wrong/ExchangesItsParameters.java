// kind: exchanged
// shape: straight
// why: The price stands in the place of the id.
package misuse;

import io.multishot.SlabId;

class ExchangesItsParameters {
  boolean answer(QuoteSlab replies, @SlabId long id, long price) {
    return replies.send(price, id); // wrong
  }
}
