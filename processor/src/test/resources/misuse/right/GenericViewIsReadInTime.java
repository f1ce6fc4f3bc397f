// kind: outdated-view
// shape: straight
// why: The value that was read out of the view is kept, and the view is not.

package misuse;

import java.util.List;

class GenericViewIsReadInTime {
  static <T> T last(ReplyChannel.Receiver<List<T>> replies, List<T> fallback)
      throws InterruptedException {
    Reply<List<T>> reply = replies.receive();
    List<T> values = reply.code() == 200 ? reply.value() : fallback;
    ReplyChannel.Sender<List<T>> sender = replies.sender();
    sender.send(values.subList(1, values.size()), 206);
    reply = replies.receive();
    return reply.value().isEmpty() ? values.get(0) : reply.value().get(0);
  }
}
