// kind: used-after-use
// shape: loop
// why: The loop has three rounds, but only the last one uses the sender.

package misuse;

class SendsInTheLastRoundOnly {
  static void total(PriceChannel.Sender sender, long[] parts) {
    long sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += parts[i];
      if (i == 2) {
        sender.send(sum);
      }
    }
  }
}
