// kind: used-after-use
// shape: try
// why: The finally block uses the receiver, and its assignment arms anew.

package misuse;

class FinallyTakesWhatWasSent {
  static long twice(PriceChannel.Receiver prices) {
    PriceChannel.Sender sender = prices.sender();
    long sum = 0;
    try {
      sender.send(20);
    } finally {
      sum += prices.take();
      sender = prices.sender();
    }
    sender.send(22);
    return sum + prices.take();
  }
}
