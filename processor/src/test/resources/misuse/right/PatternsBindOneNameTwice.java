// kind: used-after-use
// shape: branch
// why: The two patterns bind two variables of one name, and each path uses one of them.

package misuse;

class PatternsBindOneNameTwice {
  static boolean answer(Object waiting, int value) {
    if (waiting instanceof PriceChannel.Sender sender) {
      return sender.send(value);
    } else if (waiting instanceof CountChannel.Sender sender && value > 0) {
      sender.send(value);
    }
    if (!(waiting instanceof AnswerChannel.Sender sender)) {
      return false;
    }
    return sender.send("" + value);
  }
}
