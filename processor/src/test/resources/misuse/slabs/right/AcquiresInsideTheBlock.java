// kind: acquired-after-close
// shape: try
// why: It acquires inside the block that closes.
package misuse;

class AcquiresInsideTheBlock {
  long once() throws InterruptedException {
    try (QuoteSlab replies = QuoteSlab.open(1)) {
      long id = replies.acquire();
      replies.send(id, 1);
      return replies.receive(id);
    }
  }
}
