package io.multishot.bench;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import io.multishot.bench.floor.PaddingBefore;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FutureListener;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A way to send a request to an executor and to have a handler run with its reply. Nobody blocks:
 * the handler sends the next request.
 *
 * <p>The tasks and the handlers are made once.
 */
abstract class CallbackExchange extends PaddingBefore {

  /** What runs the handler; {@code null} for the thread that replies. */
  final @Nullable Executor client;

  private final Executor server;
  private final Runnable answer = this::answer;

  // Written by the client before it hands the request to the server, and read by the server after.
  private long request;
  private int left;
  private @Nullable CountDownLatch done;

  CallbackExchange(Executor server, @Nullable Executor client) {
    this.server = server;
    this.client = client;
  }

  /** Sends the first of so many requests. When the last is answered, {@code done} counts down. */
  final void start(int trips, CountDownLatch newDone) {
    left = trips;
    done = newDone;
    ask();
  }

  /** Checks that all have been answered, and returns the last reply. */
  final long requireDone() {
    if (left != 0) {
      throw new AssertionError("a wrong reply to " + request + ", with " + left + " to go");
    }
    return request;
  }

  private void ask() {
    expect();
    server.execute(answer);
  }

  private void answer() {
    reply(request + 1);
  }

  /** The handler. */
  final void received(long reply) {
    if (reply == request + 1) {
      request = reply;
      left--;
      if (left > 0) {
        ask();
        return;
      }
    }
    if (done != null) {
      done.countDown();
    }
  }

  /** Makes ready for the reply to the next request, and has the handler run when it comes. */
  abstract void expect();

  /** Replies, on the server's thread. */
  abstract void reply(long reply);

  /**
   * The hand-over alone: the reply is left in a field, and the handler is the client's next task.
   */
  static final class Floor extends CallbackExchange {

    private final Runnable handler = this::receive;
    private long reply;

    Floor(Executor server, @Nullable Executor client) {
      super(server, client);
    }

    @Override
    void expect() {}

    @Override
    void reply(long newReply) {
      reply = newReply;
      if (client == null) {
        receive();
      } else {
        client.execute(handler);
      }
    }

    private void receive() {
      received(reply);
    }
  }

  /** One channel, and {@code onReceive}. */
  static final class Channels extends CallbackExchange {

    private final LongChannel.Receiver replies = LongChannel.open();
    private final LongChannel.Sender replier = replies.sender();
    private final LongChannel.Handler handler = this::receive;

    Channels(Executor server, @Nullable Executor client) {
      super(server, client);
    }

    @Override
    void expect() {
      if (client == null) {
        replies.onReceive(handler);
      } else {
        replies.onReceive(handler, client);
      }
    }

    @Override
    void reply(long reply) {
      replier.send(reply);
    }

    private void receive(long reply) {
      replies.sender();
      received(reply);
    }
  }

  /** A new future each time, and {@code thenAccept} or {@code thenAcceptAsync}. */
  static final class CompletableFutures extends CallbackExchange {

    private final Consumer<Long> handler = this::received;
    private CompletableFuture<Long> replier = new CompletableFuture<>();

    CompletableFutures(Executor server, @Nullable Executor client) {
      super(server, client);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // if the handler failed, its trip would not end
    void expect() {
      replier = new CompletableFuture<>();
      if (client == null) {
        replier.thenAccept(handler);
      } else {
        replier.thenAcceptAsync(handler, client);
      }
    }

    @Override
    void reply(long reply) {
      replier.complete(reply);
    }
  }

  /** A new future of Guava's each time, and {@code Futures.addCallback}. */
  static final class SettableFutures extends CallbackExchange {

    private final Executor runsHandler;
    private final FutureCallback<Long> handler =
        new FutureCallback<>() {
          @Override
          public void onSuccess(@Nullable Long reply) {
            received(requireNonNull(reply));
          }

          @Override
          public void onFailure(Throwable impossible) {
            throw new AssertionError(impossible);
          }
        };
    private SettableFuture<Long> replier = SettableFuture.create();

    SettableFutures(Executor server, @Nullable Executor client) {
      super(server, client);
      runsHandler = client == null ? MoreExecutors.directExecutor() : client;
    }

    @Override
    void expect() {
      replier = SettableFuture.create();
      Futures.addCallback(replier, handler, runsHandler);
    }

    @Override
    void reply(long reply) {
      replier.set(reply);
    }
  }

  /** A new promise of Netty's each time, and a listener, which an executor of Netty's runs. */
  static final class Promises extends CallbackExchange {

    private final EventExecutor runsHandler;
    private final FutureListener<Long> handler = reply -> received(reply.getNow());
    private Promise<Long> replier;

    Promises(Executor server, @Nullable Executor client) {
      super(server, client);
      if (client == null) {
        runsHandler = ImmediateEventExecutor.INSTANCE;
      } else if (client instanceof EventExecutor eventExecutor) {
        runsHandler = eventExecutor;
      } else {
        throw new UnsupportedOperationException(
            "skipped: a promise of Netty's notifies on an executor of Netty's only");
      }
      replier = runsHandler.newPromise();
    }

    @Override
    void expect() {
      replier = runsHandler.newPromise();
      replier.addListener(handler);
    }

    @Override
    void reply(long reply) {
      replier.setSuccess(reply);
    }
  }

  /** A new sink of Reactor's each time, and {@code publishOn} if there is an executor. */
  static final class Monos extends CallbackExchange {

    private final @Nullable Scheduler runsHandler;
    private final Consumer<Long> handler = this::received;
    private Sinks.One<Long> replier = Sinks.one();

    Monos(Executor server, @Nullable Executor client) {
      super(server, client);
      runsHandler = client == null ? null : Schedulers.fromExecutor(client);
    }

    @Override
    void expect() {
      replier = Sinks.one();
      Mono<Long> reply = replier.asMono();
      if (runsHandler != null) {
        reply = reply.publishOn(runsHandler);
      }
      reply.subscribe(handler);
    }

    @Override
    void reply(long reply) {
      replier.emitValue(reply, EmitFailureHandler.FAIL_FAST);
    }
  }
}
