// kind: result-thrown-away
// shape: straight
// why: The failure is looked at, and nothing is done with it.
package misuse;

import io.multishot.Poll;

class ForgetsTheFailure {
  boolean isWell(CountChannel.Receiver counts) throws InterruptedException {
    if (counts.await() == Poll.FAILED) counts.failure(); // wrong
    return counts.drop();
  }
}
