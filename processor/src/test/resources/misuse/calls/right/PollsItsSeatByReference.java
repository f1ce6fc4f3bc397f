// kind: seat
// shape: lambda
// why: A reference waits at the seat.
package misuse;

import io.multishot.Poll;
import java.util.function.Supplier;

class PollsItsSeatByReference {
  void work(PricingCall.Request seat, Pricing book) {
    Supplier<Poll> questions = seat::pollRequest;
    while (questions.get() == Poll.READY) {
      seat.serve(book);
    }
  }
}
