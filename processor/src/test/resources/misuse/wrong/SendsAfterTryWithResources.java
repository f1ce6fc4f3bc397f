// kind: used-after-use
// shape: try
// why: The block of the statement does nothing on one of its paths, but its end closes the shot.

package misuse;

class SendsAfterTryWithResources {
  static void answer(CountChannel.Sender sender, int count) {
    try (CountChannel.Shot shot = sender.shot()) {
      if (count > 0) {
        shot.send(count);
        return;
      }
    }
    sender.send(0); // wrong
  }
}
