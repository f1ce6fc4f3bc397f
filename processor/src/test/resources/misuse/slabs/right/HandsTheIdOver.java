// kind: id-thrown-away
// shape: lambda
// why: Whoever is given the id keeps it.
package misuse;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

class HandsTheIdOver {
  LongSupplier supplier(QuoteSlab replies, LongConsumer ids) {
    ids.accept(replies.acquire());
    ids.accept(replies.tryAcquire(7));
    Runnable fill = () -> ids.accept(replies.acquire(7));
    fill.run();
    return replies::tryAcquire;
  }
}
