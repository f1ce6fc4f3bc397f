// kind: id-left-to-a-callback
// shape: straight
// why: The handler is withdrawn before.
package misuse;

class WithdrawsAndReceives {
  long ask(QuoteSlab replies, long id, QuoteSlab.Handler handler) throws InterruptedException {
    replies.onReceive(id, handler);
    replies.withdraw(id);
    return replies.receive(id);
  }
}
