// kind: used-after-use
// shape: switch
// why: Each case breaks after its use.

package misuse;

class CasesEachSendAndBreak {
  static void answer(CountChannel.Sender sender, String command) {
    switch (command) {
      case "one":
        sender.send(1);
        break;
      case "two":
        sender.send(2);
        break;
      case "stop":
        sender.close();
        break;
      default:
        sender.fail(new IllegalArgumentException(command));
    }
  }
}
