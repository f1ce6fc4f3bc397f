// kind: outdated-view
// shape: straight
// why: Operands and arguments are evaluated from left to right: the view is read before the arming.
package misuse;

class ReadsBeforeItArmsInOneLine {
  boolean order(FillChannel.Receiver fills, CountChannel.Sender ids) throws InterruptedException {
    Fill fill = fills.receive();
    return ids.send((int) fill.orderId()) && fill.price() > 0 && arm(fill.venue(), fills.sender());
  }

  private boolean arm(String venue, FillChannel.Sender sender) {
    return sender.send(0, 0, venue);
  }
}
