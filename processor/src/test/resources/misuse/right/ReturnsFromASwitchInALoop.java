// kind: used-after-use
// shape: loop
// why: The cases that use the sender return; only those that do not let the loop come round.

package misuse;

class ReturnsFromASwitchInALoop {
  static void parse(CountChannel.Sender sender, String text) {
    int depth = 0;
    int at = 0;
    while (true) {
      switch (at < text.length() ? text.charAt(at++) : ';') {
        case '(':
          depth++;
          break;
        case ')':
          depth--;
          break;
        case ';':
          sender.send(depth);
          return;
        case '!':
          sender.fail(new IllegalArgumentException(text));
          return;
        default:
          continue;
      }
      Thread.onSpinWait();
    }
  }
}
