// kind: seat
// shape: call
// why: The method that is given the seat waits at it.
package misuse;

class WaitsElsewhereAtTheSeat {
  void work(PricingCall.Request seat, Pricing book) throws InterruptedException {
    while (isAsked(seat)) {
      seat.serve(book);
    }
  }

  private static boolean isAsked(PricingCall.Request seat) throws InterruptedException {
    return seat.awaitRequest();
  }
}
