// kind: used-after-use
// shape: loop
// why: The try statement closes the shot in the first round, and the sender has none in the second.
package misuse;

class LoopsWithAShot {
  void count(CountChannel.Sender sender) {
    int round = 0;
    while (round < 10) {
      try (CountChannel.Shot shot = sender.shot()) { // wrong
        shot.send(round++);
      }
    }
  }
}
