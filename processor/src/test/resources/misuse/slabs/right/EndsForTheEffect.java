// kind: id-thrown-away
// shape: straight
// why: What ends a shot may be called for its effect.
package misuse;

class EndsForTheEffect {
  void end(QuoteSlab replies, long first, long second, long third) throws InterruptedException {
    replies.receive(first);
    replies.receiveUninterruptibly(second);
    replies.send(third, 3);
    replies.take(third);
    replies.expire(7);
    replies.failAll(new Exception());
  }
}
