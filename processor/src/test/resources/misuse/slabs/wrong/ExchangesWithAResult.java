// kind: exchanged
// shape: call
// why: The id is what the method returns.
package misuse;

import io.multishot.SlabId;

class ExchangesWithAResult {
  private static @SlabId long idOf(java.nio.ByteBuffer frame) {
    return frame.getLong();
  }

  boolean answer(QuoteSlab replies, java.nio.ByteBuffer frame, int price) {
    return replies.send(price, idOf(frame)); // wrong
  }
}
