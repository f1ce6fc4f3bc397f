// kind: result-thrown-away
// shape: straight
// why: To peek has no effect but its result.
package misuse;

import io.multishot.Poll;

class ForgetsWhatItPeeked {
  void skip(TradeChannel.Receiver trades) {
    while (trades.poll() != Poll.READY) {
      Thread.onSpinWait();
    }
    trades.peek(); // wrong
    trades.peekView(); // wrong
    trades.drop();
  }
}
