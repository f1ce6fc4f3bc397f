// kind: used-after-use
// shape: loop
// why: Each element of an array is a sender of its own, also where the index is an expression.

package misuse;

class WalksAnArrayOfSenders {
  static void answer(PriceChannel.Sender[] senders) {
    int i = 0;
    senders[i++].send(1);
    senders[i++].send(2);
    for (; i < senders.length; i++) {
      senders[i].send(i + 1);
    }
  }
}
