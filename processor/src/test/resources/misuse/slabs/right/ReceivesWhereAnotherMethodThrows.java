// kind: id-left-to-a-callback
// shape: try
// why: Who throws has withdrawn the handler before.
package misuse;

class ReceivesWhereAnotherMethodThrows {
  long ask(QuoteSlab replies, long id, QuoteSlab.Handler handler) throws InterruptedException {
    replies.onReceive(id, handler);
    try {
      cancel(replies, id);
      return 0;
    } catch (IllegalStateException e) {
      return replies.receive(id);
    }
  }

  private static void cancel(QuoteSlab replies, long id) {
    if (replies.withdraw(id)) {
      throw new IllegalStateException("it is yours again");
    }
  }
}
