// kind: result-thrown-away
// shape: loop
// why: What the receivers tell is used, and what is thrown away may be: take, drop, await and renew.

package misuse;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import java.util.concurrent.TimeUnit;

class GathersAllQuotes {
  static long sum(PriceChannel.Receiver... desks) throws InterruptedException {
    ReceiverGroup group = ReceiverGroup.of(desks);
    group.awaitAll(1, TimeUnit.SECONDS);
    long sum = 0;
    for (PriceChannel.Receiver desk : desks) {
      Poll outcome = desk.poll();
      if (outcome == Poll.PENDING) {
        desk.renew();
      } else if (outcome == Poll.FAILED) {
        Throwable failure = desk.failure();
        desk.drop();
        System.out.println("failed: " + failure);
      } else if (outcome == Poll.READY && desk.peek() > 0) {
        sum += desk.take();
      } else if (outcome == Poll.READY) {
        desk.take();
      }
    }
    desks[0].await(1, TimeUnit.MILLISECONDS);
    return sum;
  }
}
