// kind: used-after-use
// shape: loop
// why: The worker takes another request in each round, and each requester arms before each of its requests.

package misuse;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

class PoolAnswersRequests {
  record Request(long orderId, TradeChannel.Sender reply) {}

  private final BlockingQueue<Request> requests = new ArrayBlockingQueue<>(16);

  void work() {
    try {
      for (Request request = requests.take(); request.orderId() >= 0; request = requests.take()) {
        if (request.reply().isAbandoned()) {
          request.reply().close();
          continue;
        }
        try {
          request.reply().send(request.orderId(), 100 / request.orderId());
        } catch (ArithmeticException e) {
          request.reply().fail(e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  double ask(TradeChannel.Receiver trades, long... orderIds) throws InterruptedException {
    double sum = 0;
    for (long orderId : orderIds) {
      requests.put(new Request(orderId, trades.sender()));
      sum += trades.receive().price();
    }
    return sum;
  }
}
