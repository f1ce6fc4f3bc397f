// kind: outdated-view
// shape: straight
// why: The variable holds the view of the new shot where it is read.
package misuse;

class TakesTheNextViewInTheSameVariable<T extends CharSequence> {
  int twice(ReplyChannel.Receiver<T> replies, T value) {
    replies.sender().send(value, 1);
    Reply<T> reply = replies.take();
    int sum = reply.code();
    T first = reply.value();
    replies.sender().send(first, 2);
    reply = replies.take();
    sum += reply.code();
    replies.sender();
    return sum + first.length();
  }
}
