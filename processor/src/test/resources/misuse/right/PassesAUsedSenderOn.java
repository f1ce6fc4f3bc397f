// kind: used-after-use
// shape: straight
// why: To store, pass on or return a consumed sender is no use of it.
package misuse;

import java.util.Set;

class PassesAUsedSenderOn {
  private PriceChannel.Sender last;

  PriceChannel.Sender answer(PriceChannel.Sender sender, Set<Object> answered) {
    sender.send(42);
    last = sender;
    answered.add(sender);
    PriceChannel.Sender used = sender;
    System.out.println("answered " + used);
    return last == sender ? used : last;
  }
}
