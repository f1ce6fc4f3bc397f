// kind: outdated-view
// shape: loop
// why: The view was taken before the loop, and each round arms the next shot.
package misuse;

class ReadsTheViewInTheNextRound {
  double total(FillChannel.Receiver fills) throws InterruptedException {
    Fill fill = fills.receive();
    double total = 0;
    for (int i = 0; i < 5; i++) {
      total += fill.price(); // wrong
      FillChannel.Sender sender = fills.sender();
      sender.send(i, i * 0.5, "XETR");
      fills.await();
    }
    return total;
  }
}
