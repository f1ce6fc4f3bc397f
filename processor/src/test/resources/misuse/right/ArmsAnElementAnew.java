// kind: used-after-use
// shape: straight
// why: The element is assigned the next shot's sender before it is used again.
package misuse;

class ArmsAnElementAnew {
  private final CountChannel.Receiver[] desks = {CountChannel.open(), CountChannel.open()};
  private final CountChannel.Sender[] senders = new CountChannel.Sender[2];

  int ask() {
    senders[0] = desks[0].sender();
    senders[0].send(1);
    int count = desks[0].take();
    senders[0] = desks[0].sender();
    senders[0].send(count + 1);
    desks[1].close();
    (desks[1] = CountChannel.open()).sender().send(2);
    return desks[0].take() + desks[1].take();
  }
}
