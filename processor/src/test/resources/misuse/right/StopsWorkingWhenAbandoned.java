// kind: used-after-use
// shape: loop
// why: The sender is asked in each round, which is no use, and used once after the loop.

package misuse;

class StopsWorkingWhenAbandoned {
  static void work(PriceChannel.Sender sender, int rounds) {
    Thread working = Thread.currentThread();
    sender.onAbandoned(working::interrupt);
    long best = Long.MIN_VALUE;
    int round = 0;
    for (; round < rounds && !sender.isAbandoned() && !Thread.interrupted(); round++) {
      best = Math.max(best, (round * 7919L) % 1000);
    }
    if (round == rounds ? sender.send(best) : sender.fail(new InterruptedException())) {
      System.out.println("published");
    } else if (sender.isAbandoned()) {
      System.out.println("discarded");
    }
  }
}
