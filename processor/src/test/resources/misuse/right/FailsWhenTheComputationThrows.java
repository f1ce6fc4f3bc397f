// kind: used-after-use
// shape: try
// why: The computation is the argument of the send: where it throws, the sender is still live.

package misuse;

import java.util.function.LongSupplier;

class FailsWhenTheComputationThrows {
  static void answer(PriceChannel.Sender sender, LongSupplier computation) {
    try {
      sender.send(computation.getAsLong());
    } catch (RuntimeException e) {
      sender.fail(e);
    }
  }

  static void answerLater(PriceChannel.Sender sender, LongSupplier computation) {
    try {
      long price = computation.getAsLong();
      sender.send(price);
    } catch (ArithmeticException e) {
      sender.close();
    } catch (Error | RuntimeException e) {
      sender.fail(e);
      throw e;
    }
  }
}
