// kind: id-used-after-its-end
// shape: try
// why: To abandon what has ended does nothing.
package misuse;

class AbandonsInFinally {
  long ask(QuoteSlab replies, long id) throws InterruptedException {
    try {
      return replies.receive(id);
    } finally {
      replies.abandon(id);
    }
  }
}
