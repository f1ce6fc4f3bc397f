// kind: exchanged
// shape: field
// why: The id is that of the field.
package misuse;

import io.multishot.SlabId;

class ExchangesWithItsField {
  private @SlabId long id;

  boolean answer(QuoteSlab replies, int price) {
    return replies.send(price, id); // wrong
  }
}
