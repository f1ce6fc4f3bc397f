package io.multishot.bench;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Links whose two threads block, after as much spinning as each thinks fit. */
final class BlockingLinks {

  private BlockingLinks() {}

  /** No link at all: the caller answers itself. */
  static final class Alone extends Link {

    @Override
    long call(long request) {
      return reply(request);
    }

    @Override
    void answer() throws InterruptedException {
      new CountDownLatch(1).await(); // until it is interrupted
    }
  }

  /** Channels that are received from. */
  static final class Channels extends ChannelLink {

    @Override
    long await(LongChannel.Receiver receiver) throws InterruptedException {
      return receiver.receive();
    }
  }

  /** As {@link Channels}, of the channel whose receiver parks at once. */
  static final class ParkingChannels extends Link {

    private final ParkingLongChannel.Receiver requests = ParkingLongChannel.open();
    private final ParkingLongChannel.Receiver replies = ParkingLongChannel.open();
    private final ParkingLongChannel.Sender requester = requests.sender();
    private final ParkingLongChannel.Sender replier = replies.sender();

    @Override
    long call(long request) throws InterruptedException {
      requester.send(request);
      long reply = replies.receive();
      replies.sender();
      return reply;
    }

    @Override
    void answer() throws InterruptedException {
      long request = requests.receive();
      requests.sender();
      replier.send(reply(request));
    }
  }

  /** Futures that are waited for. */
  static final class Futures extends FutureLink {

    @Override
    long await(CompletableFuture<Long> future) throws InterruptedException {
      try {
        return future.get();
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Two queues. */
  static final class Queues extends Link {

    private final BlockingQueue<Long> requests;
    private final BlockingQueue<Long> replies;

    Queues(Supplier<BlockingQueue<Long>> constructor) {
      requests = constructor.get();
      replies = constructor.get();
    }

    @Override
    long call(long request) throws InterruptedException {
      requests.put(request);
      return replies.take();
    }

    @Override
    void answer() throws InterruptedException {
      long request = requests.take();
      replies.put(reply(request));
    }
  }

  /** One exchanger, which both threads meet at twice: for the request, and for the reply. */
  static final class Exchanges extends Link {

    private static final Long NOTHING = 0L;

    private final Exchanger<Long> exchanger = new Exchanger<>();

    @Override
    long call(long request) throws InterruptedException {
      exchanger.exchange(request);
      return exchanger.exchange(NOTHING);
    }

    @Override
    void answer() throws InterruptedException {
      long request = exchanger.exchange(NOTHING);
      exchanger.exchange(reply(request));
    }
  }
}
