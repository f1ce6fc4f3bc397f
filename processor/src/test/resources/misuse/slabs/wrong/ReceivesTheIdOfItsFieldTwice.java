// kind: id-used-after-its-end
// shape: field
// why: Its id has been received.
package misuse;

import io.multishot.SlabId;

class ReceivesTheIdOfItsFieldTwice {
  private final QuoteSlab replies = QuoteSlab.open(8);
  private @SlabId long id;

  long twice() throws InterruptedException {
    long price = replies.receive(id);
    return price + replies.receive(id); // wrong
  }
}
