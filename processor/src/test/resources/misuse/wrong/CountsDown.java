// kind: used-after-use
// shape: loop
// why: The loop has three rounds, and the sender is armed before the first only.
package misuse;

class CountsDown {
  void count(CountChannel.Receiver counts) throws InterruptedException {
    int left = 3;
    CountChannel.Sender sender = counts.sender();
    do {
      sender.send(left); // wrong
      System.out.println(counts.receive());
    } while (--left > 0);
  }
}
