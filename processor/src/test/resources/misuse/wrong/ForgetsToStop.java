// kind: result-thrown-away
// shape: straight
// why: The question whether to stop is asked, and the answer ignored.
package misuse;

class ForgetsToStop {
  void sum(PriceChannel.Sender sender, long[] values) {
    long sum = 0;
    for (int i = 0; i < values.length; i++, sender.isAbandoned()) { // wrong
      sum += values[i];
    }
    sender.send(sum);
  }
}
