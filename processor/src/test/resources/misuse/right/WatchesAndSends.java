// kind: used-after-use
// shape: straight
// why: To watch for an abandonment, once or twice, does not consume the sender.
package misuse;

class WatchesAndSends {
  void work(PriceChannel.Sender sender, Thread working) {
    sender.onAbandoned(() -> System.out.println("nobody waits any more"));
    sender.onAbandoned(working::interrupt);
    if (sender.isAbandoned()) {
      sender.close();
      return;
    }
    sender.send(Thread.activeCount());
  }
}
