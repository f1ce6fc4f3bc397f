// kind: used-after-use
// shape: lambda
// why: The task uses the sender twice.
package misuse;

import java.util.concurrent.ExecutorService;

class SendsTwiceInATask {
  void ask(PriceChannel.Receiver prices, ExecutorService worker) throws InterruptedException {
    PriceChannel.Sender sender = prices.sender();
    worker.execute(
        () -> {
          sender.send(100);
          System.out.println("sent");
          sender.close(); // wrong
        });
    System.out.println(prices.receive());
  }
}
