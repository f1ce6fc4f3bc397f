// kind: unseen-declaration
// shape: straight
// why: Local classes that are not annotated are no declarations, though they implement one.
package misuse;

class DeclaresLocalMessages {
  boolean send(FillChannel.Sender sender) {
    record LocalFill(long orderId, double price, String venue) implements Fill {}
    interface Priced extends Fill {}

    Priced priced =
        new Priced() {
          @Override
          public long orderId() {
            return 1;
          }

          @Override
          public double price() {
            return 2.5;
          }

          @Override
          public String venue() {
            return "XETR";
          }
        };
    Fill local = new LocalFill(priced.orderId(), priced.price(), priced.venue());
    return sender.send(local.orderId(), local.price(), local.venue());
  }
}
