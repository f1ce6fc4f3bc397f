// kind: used-after-use
// shape: loop
// why: The loop is left after a use only, and what follows it uses the sender again.

package misuse;

class LeavesTheLoopByASendThenAgain {
  static void answer(CountChannel.Sender sender, int[] counts) {
    int i = 0;
    while (true) {
      if (i == counts.length) {
        sender.fail(new IllegalArgumentException("no positive count"));
        break;
      }
      if (counts[i] > 0) {
        sender.send(counts[i]);
        break;
      }
      i++;
    }
    sender.close(); // wrong
  }
}
