// kind: used-after-use
// shape: branch
// why: The variable is null where the sender was used, and only a live sender is used at the end.

package misuse;

class NullStandsForConsumed {
  static void answer(PriceChannel.Sender live, long[] prices) {
    if (prices.length == 1) {
      live.send(prices[0]);
      live = null;
    } else if (prices.length == 0) {
      live.close();
      live = null;
    }
    if (live != null) {
      live.send(prices[0] + prices[1]);
    }
  }
}
