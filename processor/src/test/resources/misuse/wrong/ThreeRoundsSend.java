// kind: used-after-use
// shape: loop
// why: The loop has three rounds for certain, each of which uses the sender.

package misuse;

class ThreeRoundsSend {
  static void answer(CountChannel.Receiver counts) {
    CountChannel.Sender sender = counts.sender();
    for (int i = 0; i < 3; i++) {
      sender.send(i); // wrong
      counts.drop();
    }
  }
}
