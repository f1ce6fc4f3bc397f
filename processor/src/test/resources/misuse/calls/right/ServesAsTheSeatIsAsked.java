// kind: seat
// shape: loop
// why: A seat stands for each question in turn.
package misuse;

class ServesAsTheSeatIsAsked {
  void work(PricingCall.Caller caller, Pricing book) throws InterruptedException {
    PricingCall.Request seat = caller.request();
    while (seat.awaitRequest()) {
      seat.serve(book);
    }
    seat.close();
  }
}
