// kind: used-after-use
// shape: try
// why: The supplier is evaluated before the send, and the generic sender of the catch is still live.

package misuse;

import java.util.function.Function;
import java.util.function.Supplier;

class AnswersGenerically<K> {
  private final Function<? super K, ? extends Number> lookUp;

  AnswersGenerically(Function<? super K, ? extends Number> lookUp) {
    this.lookUp = lookUp;
  }

  void answer(ReplyChannel.Sender<Number> sender, K key) {
    answer(sender, () -> lookUp.apply(key), 0);
  }

  static <T, S extends Supplier<? extends T>> void answer(
      ReplyChannel.Sender<T> sender, S supplier, T fallback) {
    try {
      sender.send(supplier.get(), 200);
    } catch (IllegalArgumentException e) {
      sender.send(fallback, 404);
    } catch (RuntimeException e) {
      sender.fail(e);
    }
  }
}
