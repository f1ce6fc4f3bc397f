// kind: outdated-view
// shape: straight
// why: What was copied from the view, by hand or by a class of the user's, is no view.

package misuse;

class CopiesOutliveTheView {
  record Copy(long orderId, double price, String venue) implements Fill {
    Copy(Fill fill) {
      this(fill.orderId(), fill.price(), fill.venue());
    }
  }

  static String best(FillChannel.Receiver fills) throws InterruptedException {
    fills.sender().send(1, 2.5, "X");
    Fill view = fills.receive();
    Fill copy = new Copy(view);
    String venue = view.venue();
    fills.sender().send(2, 3.5, "Y");
    view = fills.take();
    return copy.price() > view.price() ? copy.venue() : view.venue() + venue;
  }
}
