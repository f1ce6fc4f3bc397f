// kind: id-used-after-its-end
// shape: switch
// why: Each case has ended it.
package misuse;

class TakesAfterTheSwitch {
  long ask(QuoteSlab replies, long id, int kind) throws InterruptedException {
    long sum =
        switch (kind) {
          case 0 -> replies.take(id);
          case 1 -> replies.receive(id);
          default -> replies.receiveUninterruptibly(id);
        };
    return sum + replies.take(id); // wrong
  }
}
