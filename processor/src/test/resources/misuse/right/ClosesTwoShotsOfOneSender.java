// kind: used-after-use
// shape: straight
// why: One of the two Shots sends, and both are closed.
package misuse;

class ClosesTwoShotsOfOneSender {
  boolean count(CountChannel.Sender sender, int count) {
    try (CountChannel.Shot outer = sender.shot();
        CountChannel.Shot inner = sender.shot()) {
      return inner.send(count);
    }
  }
}
