// kind: id-used-after-its-end
// shape: try
// why: To register was refused, so that the id is still its owner's.
package misuse;

class ReceivesWhereAHandlerIsRefused {
  void ask(QuoteSlab replies, long id, QuoteSlab.Handler handler) throws InterruptedException {
    try {
      replies.onReceive(id, handler);
    } catch (IllegalStateException e) {
      handler.received(id, replies.receive(id));
    }
  }
}
