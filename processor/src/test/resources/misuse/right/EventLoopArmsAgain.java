// kind: used-after-use
// shape: lambda
// why: The loop's one thread arms in each task, and the sender that a task uses was armed by that task.

package misuse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

class EventLoopArmsAgain implements Executor {
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final PriceChannel.Receiver prices = PriceChannel.open();

  @Override
  public synchronized void execute(Runnable task) {
    tasks.add(task);
  }

  void run() {
    for (Runnable task; (task = next()) != null; ) {
      task.run();
    }
  }

  private synchronized Runnable next() {
    return tasks.poll();
  }

  void ask(long round) {
    PriceChannel.Sender sender = prices.sender();
    prices.onReceive(price -> received(round, price), this);
    execute(() -> sender.send(round * 100));
  }

  private void received(long round, long price) {
    System.out.println("round " + round + ": " + price);
    if (round < 3) {
      ask(round + 1);
    }
  }
}
