// kind: used-after-use
// shape: straight
// why: Whoever wants to hear of an abandonment must say so before the send.
package misuse;

final class WatchesAfterSending {
  void work(PriceChannel.Sender sender, Thread working) {
    long sum = 0;
    for (int i = 0; i < 1000; i++) {
      sum += i;
    }
    sender.send(sum);
    sender.onAbandoned(working::interrupt); // wrong
  }
}
