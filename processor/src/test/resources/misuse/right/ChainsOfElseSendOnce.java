// kind: used-after-use
// shape: branch
// why: The chain is exhaustive, each of its branches uses the sender once, and what follows uses another.

package misuse;

class ChainsOfElseSendOnce {
  static void answer(
      CountChannel.Sender sender, CountChannel.Receiver next, int left, int right) {
    if (left < right) {
      sender.send(-1);
    } else if (left > right) {
      sender.send(1);
    } else {
      sender.send(0);
    }
    sender = next.sender();
    sender.send(left - right);
  }
}
