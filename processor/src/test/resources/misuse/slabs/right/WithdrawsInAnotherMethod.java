// kind: id-left-to-a-callback
// shape: call
// why: The method that is called has withdrawn the handler.
package misuse;

class WithdrawsInAnotherMethod {
  long ask(QuoteSlab replies, long id, QuoteSlab.Handler handler) throws InterruptedException {
    replies.onReceive(id, handler);
    giveBack(replies, id);
    return replies.receive(id);
  }

  private static void giveBack(QuoteSlab replies, long id) {
    if (!replies.withdraw(id)) {
      throw new IllegalStateException("it is there");
    }
  }
}
