// kind: used-after-use
// shape: branch
// why: The first case falls through to the second, which uses the sender again.

package misuse;

class FallsThroughToASecondSend {
  static void answer(CountChannel.Sender sender, int kind) {
    switch (kind) {
      case 1:
        sender.send(1);
      case 2:
        sender.send(2); // wrong
        break;
      default:
        sender.close();
    }
  }
}
