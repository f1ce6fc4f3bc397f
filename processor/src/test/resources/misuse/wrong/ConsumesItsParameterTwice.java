// kind: used-after-use
// shape: lambda
// why: The lambda's own parameter is consumed by the first use.
package misuse;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

class ConsumesItsParameterTwice {
  final Consumer<CountChannel.Sender> zero =
      counts -> {
        counts.send(0);
        counts.fail(new IllegalStateException("zero")); // wrong
      };

  final BiConsumer<CountChannel.Sender, Integer> number = (counts, value) -> counts.send(value);
}
