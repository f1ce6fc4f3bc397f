// kind: outdated-view
// shape: lambda
// why: When the task is made, the view is outdated already.
package misuse;

import java.util.concurrent.Executor;

class ReadsTheViewInATask {
  void log(FillChannel.Receiver fills, Executor logger, Executor market) {
    final Fill fill = fills.take();
    final FillChannel.Sender next = fills.sender();
    logger.execute(() -> System.out.println(fill.price())); // wrong
    market.execute(() -> next.send(0, 0.0, null));
  }
}
