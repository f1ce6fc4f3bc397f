// kind: result-thrown-away
// shape: lambda
// why: The lambdas and method references return what they peek or make to whoever calls them.

package misuse;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

class PeeksByACallable {
  static long look(ExecutorService owner, PriceChannel.Receiver prices)
      throws ExecutionException, InterruptedException {
    Future<Long> price = owner.submit(() -> prices.peek());
    Callable<Throwable> failure = prices::failure;
    return price.get() + owner.submit(failure).get().hashCode();
  }

  static CompletableFuture<Boolean> watch(PriceChannel.Sender sender) {
    BooleanSupplier abandoned = () -> sender.isAbandoned();
    Supplier<PriceChannel.Shot> shot = sender::shot;
    return CompletableFuture.supplyAsync(() -> abandoned.getAsBoolean() || shot.get() == null);
  }
}
