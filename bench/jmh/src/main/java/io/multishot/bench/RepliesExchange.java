package io.multishot.bench;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import io.multishot.ReceiverGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A request that may be answered by any of several replies, or is by all of them.
 *
 * <p>The request travels over a channel in each case. What differs is how its sender waits for the
 * replies, all of which are armed when it does.
 */
abstract class RepliesExchange extends Exchange {

  /** How many replies can come. */
  final int n;

  private final LongChannel.Receiver requests = LongChannel.open();
  private final LongChannel.Sender requester = requests.sender();

  RepliesExchange(int n) {
    this.n = n;
  }

  @Override
  final long call(long request) throws InterruptedException {
    requester.send(request);
    return await(request);
  }

  @Override
  final void answer() throws InterruptedException {
    long request = requests.receive();
    requests.sender();
    send(request, reply(request));
  }

  /** Waits for what the request is answered with, and makes everything ready for the next one. */
  abstract long await(long request) throws InterruptedException;

  /** Answers the request. */
  abstract void send(long request, long reply);

  /**
   * Which of the replies answers a request, if only one does: each in turn, and backwards, for a
   * group that goes round forwards would otherwise look at the right one first.
   */
  final int answering(long request) {
    return n - 1 - (int) (request % n);
  }

  /** One channel for each reply. */
  abstract static class Channels extends RepliesExchange {

    final LongChannel.Receiver[] replies;
    final LongChannel.Sender[] repliers;

    Channels(int n) {
      super(n);
      replies = new LongChannel.Receiver[n];
      repliers = new LongChannel.Sender[n];
      for (int i = 0; i < n; i++) {
        replies[i] = LongChannel.open();
        repliers[i] = replies[i].sender();
      }
    }
  }

  /** No group: the one that will reply is known, and received from. */
  static final class Known extends Channels {

    Known(int n) {
      super(n);
    }

    @Override
    long await(long request) throws InterruptedException {
      LongChannel.Receiver answered = replies[answering(request)];
      long reply = answered.receive();
      answered.sender();
      return reply;
    }

    @Override
    void send(long request, long reply) {
      repliers[answering(request)].send(reply);
    }
  }

  /** A group that waits for any. The other channels stay armed. */
  static final class AnyOfChannels extends Channels {

    private final ReceiverGroup group;

    AnyOfChannels(int n) {
      super(n);
      group = ReceiverGroup.of(replies);
    }

    @Override
    long await(long request) throws InterruptedException {
      int found = group.awaitAny();
      if (found != answering(request)) {
        throw new AssertionError(found + " has an outcome, and not " + answering(request));
      }
      LongChannel.Receiver answered = replies[found];
      long reply = answered.take();
      answered.sender();
      return reply;
    }

    @Override
    void send(long request, long reply) {
      repliers[answering(request)].send(reply);
    }
  }

  /** A group that waits for all. */
  static final class AllOfChannels extends Channels {

    private final ReceiverGroup group;

    AllOfChannels(int n) {
      super(n);
      group = ReceiverGroup.of(replies);
    }

    @Override
    long await(long request) throws InterruptedException {
      group.awaitAll();
      for (int i = 0; i < n; i++) {
        long reply = replies[i].take();
        requirePart(i, request, reply);
        replies[i].sender();
      }
      return request + 1;
    }

    @Override
    void send(long request, long reply) {
      for (int i = 0; i < n; i++) {
        repliers[i].send(reply + i);
      }
    }
  }

  /** One future for each reply. */
  abstract static class CompletableFutures extends RepliesExchange {

    /** Written before the request is sent, read after. */
    final CompletableFuture<Long>[] replies;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    CompletableFutures(int n) {
      super(n);
      replies = new CompletableFuture[n];
      for (int i = 0; i < n; i++) {
        replies[i] = new CompletableFuture<>();
      }
    }

    static <T> T get(CompletableFuture<T> future) throws InterruptedException {
      try {
        return future.get();
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** A future of any. The others are kept. */
  static final class AnyOfFutures extends CompletableFutures {

    AnyOfFutures(int n) {
      super(n);
    }

    @Override
    long await(long request) throws InterruptedException {
      long reply = (Long) get(CompletableFuture.anyOf(replies));
      replies[answering(request)] = new CompletableFuture<>();
      return reply;
    }

    @Override
    void send(long request, long reply) {
      replies[answering(request)].complete(reply);
    }
  }

  /** A future of all. */
  static final class AllOfFutures extends CompletableFutures {

    AllOfFutures(int n) {
      super(n);
    }

    @Override
    long await(long request) throws InterruptedException {
      get(CompletableFuture.allOf(replies));
      for (int i = 0; i < n; i++) {
        long reply = replies[i].join();
        requirePart(i, request, reply);
        replies[i] = new CompletableFuture<>();
      }
      return request + 1;
    }

    @Override
    void send(long request, long reply) {
      for (int i = 0; i < n; i++) {
        replies[i].complete(reply + i);
      }
    }
  }

  /** One future of Guava's for each reply; all reply. */
  abstract static class SettableFutures extends RepliesExchange {

    /** Written before the request is sent, read after. */
    final List<SettableFuture<Long>> replies = new ArrayList<>();

    SettableFutures(int n) {
      super(n);
      for (int i = 0; i < n; i++) {
        replies.add(SettableFuture.create());
      }
    }

    @Override
    final long await(long request) throws InterruptedException {
      try {
        awaitAll(request);
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
      replies.replaceAll(received -> SettableFuture.create());
      return request + 1;
    }

    /** Waits for all replies and checks them. */
    abstract void awaitAll(long request) throws InterruptedException, ExecutionException;

    @Override
    final void send(long request, long reply) {
      for (int i = 0; i < n; i++) {
        replies.get(i).set(reply + i);
      }
    }
  }

  /** A future of the list of all. */
  static final class AllAsList extends SettableFutures {

    AllAsList(int n) {
      super(n);
    }

    @Override
    void awaitAll(long request) throws InterruptedException, ExecutionException {
      List<Long> received = Futures.allAsList(replies).get();
      for (int i = 0; i < n; i++) {
        requirePart(i, request, received.get(i));
      }
    }
  }

  /** A future of what is done when all are complete. */
  static final class WhenAllComplete extends SettableFutures {

    WhenAllComplete(int n) {
      super(n);
    }

    @Override
    void awaitAll(long request) throws InterruptedException, ExecutionException {
      Futures.whenAllComplete(replies)
          .run(() -> requireParts(request), MoreExecutors.directExecutor())
          .get();
    }

    private void requireParts(long request) {
      for (int i = 0; i < n; i++) {
        requirePart(i, request, requireNonNull(Futures.getUnchecked(replies.get(i))));
      }
    }
  }

  private static void requirePart(int i, long request, long reply) {
    if (reply != request + 1 + i) {
      throw new AssertionError("reply " + i + " to " + request + " was " + reply);
    }
  }
}
