// kind: used-after-use
// shape: field
// why: The user's own method arms a sender at each call.
package misuse;

class GetsAFreshSenderEachTime {
  record Desk(CountChannel.Receiver counts) {
    CountChannel.Sender sender() {
      counts.drop();
      return counts.sender();
    }
  }

  private final Desk desk = new Desk(CountChannel.open());

  void run() {
    desk.sender().send(1);
    desk.sender().send(2);
    desk.counts().drop();
    desk.counts().sender().send(3);
    desk.counts.renew().send(4);
  }
}
