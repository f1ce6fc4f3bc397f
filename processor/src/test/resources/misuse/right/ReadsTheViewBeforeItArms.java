// kind: outdated-view
// shape: loop
// why: Each round reads the view that it has received, and arms only then.

package misuse;

class ReadsTheViewBeforeItArms {
  static double sum(FillChannel.Receiver fills, int rounds) throws InterruptedException {
    double sum = 0;
    FillChannel.Sender sender = fills.sender();
    for (int round = 0; round < rounds; round++) {
      sender.send(round, round * 0.5, round % 2 == 0 ? "X" : null);
      Fill fill = fills.receive();
      if (fill.venue() == null) {
        sender = fills.sender();
        continue;
      }
      sum += fill.notional();
      sender = fills.sender();
    }
    sender.close();
    return sum;
  }
}
