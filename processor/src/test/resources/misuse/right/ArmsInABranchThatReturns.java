// kind: outdated-view
// shape: branch
// why: Whoever arms returns at once, so that the view is read where its shot is still the last.

package misuse;

class ArmsInABranchThatReturns {
  private FillChannel.Sender next;

  double read(FillChannel.Receiver fills, int kind) throws InterruptedException {
    Fill fill = fills.receive();
    switch (kind) {
      case 0:
        next = fills.sender();
        return 0;
      case 1:
        double price = fill.price();
        next = fills.renew();
        return price;
      default:
        break;
    }
    try {
      return fill.notional();
    } finally {
      next = fills.sender();
    }
  }
}
