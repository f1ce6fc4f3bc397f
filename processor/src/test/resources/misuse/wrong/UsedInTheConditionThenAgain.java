// kind: used-after-use
// shape: straight
// why: The condition uses the sender, and what follows both branches uses it again.

package misuse;

class UsedInTheConditionThenAgain {
  static void answer(CountChannel.Sender sender, int count) {
    if (sender.send(count)) {
      System.out.println("published");
    } else {
      System.out.println("nobody wants it");
    }
    sender.close(); // wrong
  }
}
