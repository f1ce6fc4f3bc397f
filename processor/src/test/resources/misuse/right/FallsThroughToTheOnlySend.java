// kind: used-after-use
// shape: switch
// why: The cases that fall through have not used the sender.

package misuse;

class FallsThroughToTheOnlySend {
  static void answer(CountChannel.Sender sender, int kind) {
    int count = 0;
    switch (kind) {
      case 3:
        count++;
      case 2:
        count++;
      case 1:
        count++;
      case 0:
        sender.send(count);
        return;
      case -1:
        System.out.println("closing");
    }
    sender.close();
  }
}
