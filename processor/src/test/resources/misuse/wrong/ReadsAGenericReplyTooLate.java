// kind: outdated-view
// shape: straight
// why: The view of a generic message is outdated by arming, too.
package misuse;

class ReadsAGenericReplyTooLate<T> {
  private T last;

  int ask(ReplyChannel.Receiver<T> replies) throws InterruptedException {
    Reply<T> reply = replies.receive();
    last = reply.value();
    ReplyChannel.Sender<T> again = replies.sender();
    again.send(last, 100);
    return reply.code(); // wrong
  }
}
