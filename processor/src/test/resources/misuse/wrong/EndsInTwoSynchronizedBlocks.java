// kind: used-after-use
// shape: straight
// why: A lock does not give the sender a second use.
package misuse;

class EndsInTwoSynchronizedBlocks {
  private final Object lock = new Object();
  private int sent;

  void publish(CountChannel.Sender sender) {
    synchronized (lock) {
      sent++;
      sender.send(sent);
    }
    synchronized (this) {
      sender.close(); // wrong
    }
  }
}
