// kind: used-after-use
// shape: loop
// why: The Shot was made before the loop, whose second round uses it again.

package misuse;

class ShotInADoLoop {
  static void count(CountChannel.Sender sender) {
    try (CountChannel.Shot shot = sender.shot()) {
      int count = 0;
      do {
        shot.send(count++); // wrong
      } while (count < 10);
    }
  }
}
