// kind: used-after-use
// shape: branch
// why: Each operand that is evaluated assigns the variable before it uses it.

package misuse;

class AssignsWithinTheCondition {
  static boolean sendTwice(CountChannel.Receiver first, CountChannel.Receiver second) {
    CountChannel.Sender sender = first.sender();
    if (sender.send(1) && (sender = second.sender()).send(2)) {
      return first.take() + second.take() == 3;
    }
    return (sender = first.sender()).send(3) || (sender = second.sender()).send(4);
  }
}
