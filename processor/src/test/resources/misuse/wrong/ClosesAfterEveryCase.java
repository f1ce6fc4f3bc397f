// kind: used-after-use
// shape: switch
// why: Each case, and the default, has consumed the sender.
package misuse;

class ClosesAfterEveryCase {
  void answer(CountChannel.Sender sender, String command) {
    switch (command) {
      case "one" -> sender.send(1);
      case "two", "twice" -> sender.send(2);
      case "nothing" -> throw new IllegalArgumentException(command);
      default -> {
        System.out.println("unknown: " + command);
        sender.close();
      }
    }
    sender.close(); // wrong
  }
}
