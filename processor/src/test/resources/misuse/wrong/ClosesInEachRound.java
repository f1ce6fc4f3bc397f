// kind: armed-after-close
// shape: loop
// why: The first round closes the receiver that the second one arms.

package misuse;

class ClosesInEachRound {
  static void ask(PriceChannel.Receiver prices) throws InterruptedException {
    for (; ; ) {
      PriceChannel.Sender sender = prices.sender(); // wrong
      new Thread(() -> sender.send(System.nanoTime())).start();
      System.out.println(prices.receive());
      prices.close();
    }
  }
}
