// kind: used-after-use
// shape: switch
// why: The switch has no default, and its cases return: what follows it is reached by the others only.

package misuse;

class ReturnsInEveryCase {
  static boolean answer(AnswerChannel.Sender sender, char key) {
    switch (key) {
      case 'y' -> {
        return sender.send("yes");
      }
      case 'n' -> {
        return sender.send("no");
      }
      case '?' -> System.out.println("y or n");
    }
    return sender.fail(new IllegalArgumentException("key " + key));
  }
}
