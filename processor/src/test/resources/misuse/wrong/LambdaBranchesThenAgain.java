// kind: used-after-use
// shape: lambda
// why: Both branches of the lambda's body use its parameter, which is then used again.

package misuse;

import java.util.List;

class LambdaBranchesThenAgain {
  static void publish(List<PriceChannel.Sender> waiting, long price) {
    waiting.forEach(
        waiter -> {
          if (price < 0) {
            waiter.fail(new IllegalArgumentException());
          } else {
            waiter.send(price);
          }
          waiter.close(); // wrong
        });
  }
}
