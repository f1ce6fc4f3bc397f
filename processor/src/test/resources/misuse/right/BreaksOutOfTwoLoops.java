// kind: used-after-use
// shape: loop
// why: The labelled break leaves both loops after the send, and what follows them returns before the second use.

package misuse;

class BreaksOutOfTwoLoops {
  static void find(CountChannel.Sender sender, int[][] rows, int wanted) {
    int at = -1;
    search:
    for (int i = 0; i < rows.length; i++) {
      for (int cell : rows[i]) {
        if (cell == wanted) {
          sender.send(at = i);
          break search;
        }
      }
    }
    if (at >= 0) {
      return;
    }
    sender.fail(new IllegalArgumentException("not found: " + wanted));
  }
}
