// kind: outdated-view
// shape: straight
// why: Both branches arm the next shot, and then the view is read.

package misuse;

class BothBranchesArmThenRead {
  private FillChannel.Sender next;

  double ask(FillChannel.Receiver fills, boolean again) throws InterruptedException {
    Fill fill = fills.receive();
    long orderId = fill.orderId();
    if (again) {
      next = fills.sender();
    } else {
      next = fills.renew();
    }
    return orderId * fill.price(); // wrong
  }
}
