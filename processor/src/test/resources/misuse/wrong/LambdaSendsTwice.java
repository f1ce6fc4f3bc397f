// kind: used-after-use
// shape: lambda
// why: The body of the lambda uses the captured sender twice.

package misuse;

import java.util.concurrent.Executor;

class LambdaSendsTwice {
  static void answer(Executor pool, PriceChannel.Sender sender, long price) {
    pool.execute(
        () -> {
          sender.send(price);
          System.out.println("sent " + price);
          sender.close(); // wrong
        });
  }
}
