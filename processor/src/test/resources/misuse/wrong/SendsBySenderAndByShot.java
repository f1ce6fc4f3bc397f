// kind: used-after-use
// shape: straight
// why: The sender has ended the shot, and its Shot can do nothing more but be closed.
package misuse;

class SendsBySenderAndByShot {
  class Worker {
    void run(CountChannel.Sender sender) {
      final CountChannel.Shot shot = sender.shot();
      sender.send(1);
      shot.fail(new IllegalStateException("too late")); // wrong
    }
  }
}
