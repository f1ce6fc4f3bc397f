// kind: used-after-use
// shape: call
// why: The task that the worker was given uses the sender, too.
package misuse;

import java.util.concurrent.Executor;

class HandsOverAndSends {
  void answer(PriceChannel.Sender sender, Executor worker) {
    worker.execute(() -> sender.send(1));
    sender.send(2); // wrong
  }
}
