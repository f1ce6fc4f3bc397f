// kind: used-after-use
// shape: loop
// why: The loop is endless, and what follows the send throws out of it.

package misuse;

class CountsDownToTheSend {
  static void countDown(CountChannel.Sender sender, int from) throws InterruptedException {
    for (int left = from; true; left--) {
      if (left == 0) {
        sender.send(from);
        throw new InterruptedException("over");
      }
      Thread.sleep(1);
    }
  }
}
