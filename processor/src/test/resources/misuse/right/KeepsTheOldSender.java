// kind: used-after-use
// shape: alias
// why: The copy was made before the variable was assigned, and each of the two senders is used once.
package misuse;

class KeepsTheOldSender {
  void answer(CountChannel.Receiver counts, CountChannel.Receiver totals) {
    CountChannel.Sender sender = counts.sender();
    final CountChannel.Sender old = sender;
    sender = totals.sender();
    old.send(1);
    sender.send(2);
  }
}
