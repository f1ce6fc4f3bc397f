// kind: outdated-view
// shape: loop
// why: The view was received before the loop, whose first round arms, and whose second one reads it.

package misuse;

class ReadsOneViewInEachRound {
  static void repeat(FillChannel.Receiver fills) throws InterruptedException {
    Fill fill = fills.receive();
    int round = 0;
    do {
      double price = fill.price(); // wrong
      FillChannel.Sender sender = fills.sender();
      sender.send(round, price, "X");
      round++;
    } while (round < 5);
  }
}
