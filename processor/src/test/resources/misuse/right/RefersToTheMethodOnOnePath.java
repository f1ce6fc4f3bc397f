// kind: used-after-use
// shape: lambda
// why: A method reference uses nothing until it is called, and is called on one path only.

package misuse;

import java.util.OptionalLong;
import java.util.function.LongPredicate;

class RefersToTheMethodOnOnePath {
  static void answer(PriceChannel.Sender sender, OptionalLong price) {
    LongPredicate send = sender::send;
    if (price.isPresent()) {
      send.test(price.getAsLong());
    } else {
      sender.close();
    }
  }

  static void orElse(PriceChannel.Sender sender, OptionalLong price) {
    price.ifPresentOrElse(sender::send, sender::close);
  }
}
