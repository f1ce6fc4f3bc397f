// kind: used-after-use
// shape: try
// why: Where the record's constructor throws in send, the shot stays open, and may be failed.
package misuse;

import io.multishot.MultiShot;

class RefusedByTheRecord {
  @MultiShot
  record Order(long id, int quantity) {
    Order {
      if (quantity <= 0) {
        throw new IllegalArgumentException("quantity " + quantity);
      }
    }
  }

  boolean order(RefusedByTheRecord_OrderChannel.Sender sender, long id, int quantity) {
    try {
      return sender.send(id, quantity);
    } catch (IllegalArgumentException e) {
      return sender.fail(e);
    }
  }
}
