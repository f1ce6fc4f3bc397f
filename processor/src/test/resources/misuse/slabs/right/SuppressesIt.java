// kind: id-used-after-its-end
// shape: straight
// why: It is wrong, and says so.
package misuse;

class SuppressesIt {
  @SuppressWarnings("multishot")
  void misuse(QuoteSlab replies) throws InterruptedException {
    replies.acquire();
    long id = replies.acquire();
    replies.receive(id);
    replies.receive(id);
    replies.send(17, id);
    replies.close();
    replies.acquire();
  }

  void misuseOfOne(QuoteSlab replies, @SuppressWarnings("multishot") long id) {
    replies.take(id);
    replies.take(id);
  }
}
