package io.multishot.contract;

import io.multishot.MultiShotHandler;
import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Shot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kind of generated channel, seen without its types: values are boxed on their way in and out.
 *
 * @param name what it is called in test reports
 * @param open opens a channel
 * @param cycles runs so many cycles of arm, send, poll and take on one thread, without boxing
 * @param numbered a value that tells its number, as far as the type has room for it, in all its
 *     bits
 * @param values what to send: extremes, and whatever a careless copy would change
 */
record Subject<R extends MultiShotReceiver, S extends MultiShotSender>(
    String name,
    Supplier<R> open,
    Function<R, S> sender,
    Function<R, @Nullable S> trySender,
    Function<R, S> renew,
    BiPredicate<S, @Nullable Object> send,
    Function<S, Shot> shot,
    BiPredicate<Shot, @Nullable Object> sendInShot,
    Function<R, @Nullable Object> peek,
    Function<R, @Nullable Object> take,
    Receive<R> receive,
    Function<R, @Nullable Object> receiveUninterruptibly,
    TimedReceive<R> receiveWithin,
    Handling<R, ?> onReceive,
    Function<R, CompletableFuture<?>> toFuture,
    BiConsumer<S, CompletionStage<@Nullable Object>> sendFrom,
    BiConsumer<Shot, CompletionStage<@Nullable Object>> sendFromInShot,
    Cycles<R> cycles,
    IntFunction<Object> numbered,
    List<@Nullable Object> values) {

  /** {@code receive()}. */
  interface Receive<R> {
    @Nullable Object apply(R receiver) throws InterruptedException;
  }

  /** {@code receive(timeout, unit)}. */
  interface TimedReceive<R> {
    @Nullable Object apply(R receiver, long timeout, TimeUnit unit)
        throws InterruptedException, TimeoutException;
  }

  /** A handler of whatever a channel carries. */
  interface Handler extends MultiShotHandler {
    void received(@Nullable Object value);
  }

  /** A loop over the typed methods. */
  interface Cycles<R> {
    void run(R receiver, int times);
  }

  boolean carriesReference() {
    return name.contains("Object");
  }

  /** Opens a channel to play with. */
  Line<R, S> line() {
    return new Line<>(this, open.get());
  }

  @Override
  public String toString() {
    return name;
  }
}
