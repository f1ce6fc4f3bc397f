// kind: exchanged
// shape: straight
// why: The id comes first.
package misuse;

import io.multishot.SlabId;

class SendsInTheRightOrder {
  void answer(QuoteSlab replies, @SlabId long id, long price, int quantity) {
    replies.send(id, price);
    replies.send(id, 17);
    replies.send(id, price * quantity);
    replies.send(id, quantity);
  }
}
