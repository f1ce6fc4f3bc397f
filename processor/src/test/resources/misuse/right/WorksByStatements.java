// kind: result-thrown-away
// shape: straight
// why: These do something besides returning a result, and are rightly used as statements.
package misuse;

import java.util.concurrent.TimeUnit;

class WorksByStatements {
  void pass(CountChannel.Receiver counts, CountChannel.Sender sender) throws InterruptedException {
    sender.send(1);
    counts.await();
    counts.take();
    counts.sender();
    counts.await(1, TimeUnit.MILLISECONDS);
    counts.renew();
    counts.withdraw();
    counts.drop();
    counts.poll();
  }
}
