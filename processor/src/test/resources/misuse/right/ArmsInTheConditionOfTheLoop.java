// kind: used-after-use
// shape: loop
// why: The condition of the loop assigns the variable before every round.

package misuse;

class ArmsInTheConditionOfTheLoop {
  static int drain(CountChannel.Receiver counts, int most) {
    CountChannel.Sender sender;
    int sum = 0;
    while (sum < most && (sender = counts.trySender()) != null) {
      if (!sender.send(1)) {
        break;
      }
      sum += counts.take();
    }
    return sum;
  }
}
