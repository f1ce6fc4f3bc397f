// kind: id-left-to-a-callback
// shape: straight
// why: The outcome is the handler's.
package misuse;

class ReceivesWhatAHandlerHas {
  long ask(QuoteSlab replies, QuoteSlab.Handler handler) throws InterruptedException {
    long id = replies.acquire();
    replies.onReceive(id, handler);
    return replies.receive(id); // wrong
  }
}
