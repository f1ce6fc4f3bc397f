// kind: used-after-use
// shape: loop
// why: The loop comes round only after a fetch that threw, and then the sender is still live.

package misuse;

import java.util.concurrent.Callable;

class RetriesWithADoneFlag {
  static void answer(CountChannel.Sender sender, Callable<Integer> source) {
    boolean done = false;
    do {
      try {
        sender.send(source.call());
        done = true;
      } catch (Exception e) {
        Thread.onSpinWait();
      }
    } while (!done);
  }
}
