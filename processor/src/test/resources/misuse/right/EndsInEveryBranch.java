// kind: used-after-use
// shape: straight
// why: Each path uses the sender once, and leaves.
package misuse;

class EndsInEveryBranch {
  int answer(CountChannel.Sender sender, String text) {
    final int count;
    try {
      count = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      sender.fail(e);
      return -1;
    }
    if (count < 0) {
      sender.close();
      throw new IllegalArgumentException(text);
    }
    return sender.send(count) ? count : 0;
  }
}
