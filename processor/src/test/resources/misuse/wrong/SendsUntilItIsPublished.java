// kind: used-after-use
// shape: branch
// why: A send that returned false has consumed the sender, and the loop sends again.

package misuse;

class SendsUntilItIsPublished {
  static void answer(CountChannel.Sender sender, int count) {
    boolean published = sender.send(count);
    while (!published) {
      published = sender.send(count); // wrong
    }
  }
}
