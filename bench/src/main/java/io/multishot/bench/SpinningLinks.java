package io.multishot.bench;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import io.multishot.Poll;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** Links whose two threads spin: each waits for the other on a processor of its own. */
final class SpinningLinks {

  private static final int CAPACITY = 64;

  private SpinningLinks() {}

  /**
   * The least that two threads can do: each writes the one {@code long} that the other reads. What
   * it costs is the way of one cache line to the other processor and back.
   */
  static final class Floor extends Link {

    private final PaddedLong line = new PaddedLong(1);

    /** Requests are even and replies odd: each side waits until the line bears the other's kind. */
    @Override
    long call(long request) {
      line.setRelease(request << 1);
      long seen = line.getAcquire();
      while ((seen & 1) == 0) {
        spin();
        seen = line.getAcquire();
      }
      return seen >> 1;
    }

    @Override
    void answer() {
      long seen = line.getAcquire();
      while ((seen & 1) != 0) {
        spin();
        seen = line.getAcquire();
      }
      line.setRelease(reply(seen >> 1) << 1 | 1);
    }
  }

  /** Channels that are polled. */
  static final class Channels extends ChannelLink {

    @Override
    long await(LongChannel.Receiver receiver) {
      while (receiver.poll() == Poll.PENDING) {
        spin();
      }
      return receiver.take();
    }
  }

  /** Futures that are polled. */
  static final class Futures extends FutureLink {

    @Override
    long await(CompletableFuture<Long> future) {
      Long value = future.getNow(null);
      while (value == null) {
        spin();
        value = future.getNow(null);
      }
      return value;
    }
  }

  /** Two bounded queues, as large as would do for a few requests under way at once. */
  static final class Queues extends Link {

    private final Queue<Long> requests;
    private final Queue<Long> replies;

    Queues(IntFunction<Queue<Long>> constructor) {
      requests = constructor.apply(CAPACITY);
      replies = constructor.apply(CAPACITY);
    }

    @Override
    long call(long request) {
      requests.offer(request);
      return await(replies);
    }

    @Override
    void answer() {
      long request = await(requests);
      replies.offer(reply(request));
    }

    private long await(Queue<Long> queue) {
      Long value = queue.poll();
      while (value == null) {
        spin();
        value = queue.poll();
      }
      return value;
    }
  }

  /** Two ring buffers of the Disruptor, with one producer and one consumer each. */
  static final class Rings extends Link {

    private final Ring requests = new Ring();
    private final Ring replies = new Ring();

    @Override
    long call(long request) {
      requests.publish(request);
      return await(replies);
    }

    @Override
    void answer() {
      long request = await(requests);
      replies.publish(reply(request));
    }

    /** What {@link BusySpinWaitStrategy} does, but that it asks this link whether to stop. */
    private long await(Ring ring) {
      long sequence = ring.consumed.get() + 1;
      while (ring.buffer.getCursor() < sequence) {
        spin();
      }
      long value = ring.buffer.get(sequence).value;
      ring.consumed.set(sequence);
      return value;
    }
  }

  private static final class Ring {

    final RingBuffer<Event> buffer =
        RingBuffer.createSingleProducer(Event::new, CAPACITY, new BusySpinWaitStrategy());
    final Sequence consumed = new Sequence();

    Ring() {
      buffer.addGatingSequences(consumed);
    }

    void publish(long value) {
      long sequence = buffer.next();
      buffer.get(sequence).value = value;
      buffer.publish(sequence);
    }
  }

  private static final class Event {
    long value;
  }
}
