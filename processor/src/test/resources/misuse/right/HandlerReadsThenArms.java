// kind: outdated-view
// shape: lambda
// why: The handler has read the view into locals when it arms the next shot, and each run has another view.

package misuse;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class HandlerReadsThenArms implements FillChannel.Handler {
  private final FillChannel.Receiver fills = FillChannel.open();
  private final ExecutorService venue = Executors.newSingleThreadExecutor();
  private double sum;

  void ask(long orderId) {
    FillChannel.Sender sender = fills.sender();
    fills.onReceive(this);
    venue.execute(() -> sender.send(orderId, orderId / 2.0, "X"));
  }

  @Override
  public void received(Fill fill) {
    long orderId = fill.orderId();
    sum += fill.notional();
    if (orderId < 10) {
      ask(orderId + 1);
      System.out.println("asked after " + orderId);
    } else {
      venue.shutdown();
      System.out.println(fill.venue() + ": " + sum);
    }
  }
}
