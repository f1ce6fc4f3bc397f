// kind: used-after-use
// shape: switch
// why: Each case and the default use the sender, and so does what follows the switch.

package misuse;

class AllCasesSendThenAgain {
  static void answer(CountChannel.Sender sender, String word) {
    switch (word) {
      case "one":
        sender.send(1);
        break;
      case "two", "pair":
        sender.send(2);
        break;
      case "none":
        sender.close();
        break;
      default:
        sender.fail(new IllegalArgumentException(word));
    }
    sender.send(word.length()); // wrong
  }
}
