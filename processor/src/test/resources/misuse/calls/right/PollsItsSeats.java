// kind: seat
// shape: loop
// why: Each seat is looked at, and served twice if there are two questions.
package misuse;

import io.multishot.Poll;
import java.util.List;

class PollsItsSeats {
  void turn(List<PricingCall.Request> seats, Pricing book) {
    for (PricingCall.Request seat : seats) {
      if (seat.pollRequest() == Poll.READY) {
        seat.serve(book);
      }
      if (seat.pollRequest() == Poll.READY) {
        seat.serve(book);
      }
    }
  }

  void first(PricingCall.Request[] seats, Pricing book) {
    PricingCall.Request first = seats[0];
    while (seats[0].pollRequest() == Poll.READY) {
      first.serve(book);
    }
  }
}
