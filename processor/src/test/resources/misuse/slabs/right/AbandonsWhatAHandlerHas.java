// kind: id-left-to-a-callback
// shape: straight
// why: A handler does not keep its owner from giving the shot up.
package misuse;

class AbandonsWhatAHandlerHas {
  void ask(QuoteSlab replies, long id, QuoteSlab.Handler handler) {
    replies.onReceive(id, handler);
    replies.abandon(id);
  }
}
