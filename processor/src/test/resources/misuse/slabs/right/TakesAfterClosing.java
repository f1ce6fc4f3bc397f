// kind: acquired-after-close
// shape: straight
// why: Outcomes can be taken after the slab is closed.
package misuse;

class TakesAfterClosing {
  long last(QuoteSlab replies, long id) throws InterruptedException {
    replies.send(id, 1);
    replies.close();
    replies.close(new Exception());
    return replies.receive(id) + replies.inFlight() + replies.lateReplies();
  }
}
