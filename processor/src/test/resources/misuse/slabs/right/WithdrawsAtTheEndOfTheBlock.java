// kind: id-left-to-a-callback
// shape: try
// why: The resource withdraws the handler when it is closed.
package misuse;

class WithdrawsAtTheEndOfTheBlock {
  long ask(QuoteSlab replies, long id, QuoteSlab.Handler handler) throws InterruptedException {
    try (Registration registration = () -> replies.withdraw(id)) {
      replies.onReceive(id, handler);
    }
    return replies.receive(id);
  }

  private interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
