package io.multishot.bench;

import io.multishot.Poll;
import io.multishot.bench.Declarations.Fill;
import io.multishot.bench.floor.PaddedLong;
import io.multishot.bench.peer.AgronaRing;
import io.multishot.bench.peer.DisruptorRing;
import io.multishot.bench.peer.KotlinChannel;
import java.util.Queue;
import java.util.function.IntFunction;

/** Transports whose receiver spins, on a processor of its own. */
final class SpinningTransports {

  /** As large as would do for a few values under way at once. */
  private static final int CAPACITY = 64;

  private SpinningTransports() {}

  /** One {@code long} that is written by one thread and read by the other. */
  static final class Floor extends Transport {

    private static final long NOTHING = -1;

    private final PaddedLong line = new PaddedLong(NOTHING);
    private final PaddedLong received = new PaddedLong(NOTHING); // the receiver's own

    @Override
    void send(long value) {
      line.setRelease(value);
    }

    @Override
    long receive(Exchange exchange) {
      long last = received.value;
      long seen = line.getAcquire();
      while (seen == last) {
        exchange.spin();
        seen = line.getAcquire();
      }
      received.value = seen;
      return seen;
    }
  }

  /**
   * A channel that is polled.
   *
   * <p>Its receiver arms it as soon as it has the value, and before it sends anything itself, so
   * that what it sends carries the news. The sender object stays the same; it is handed over once,
   * when the echo thread is started.
   */
  static final class Channel extends PolledTransport {

    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();

    @Override
    void send(long value) {
      sender.send(value);
    }

    @Override
    boolean isReady() {
      return receiver.poll() != Poll.PENDING;
    }

    @Override
    long take() {
      long value = receiver.take();
      receiver.sender();
      return value;
    }
  }

  /** As {@link Channel}, with messages of four fields, which are all read. */
  static final class Message extends PolledTransport {

    private final FillChannel.Receiver receiver = FillChannel.open();
    private final FillChannel.Sender sender = receiver.sender();

    @Override
    void send(long value) {
      sender.send(value, (double) value, (int) value, "a venue");
    }

    @Override
    boolean isReady() {
      return receiver.poll() != Poll.PENDING;
    }

    @Override
    long take() {
      Fill fill = receiver.take();
      long value = fill.orderId();
      if (fill.price() != value || fill.quantity() != (int) value || fill.venue().isEmpty()) {
        throw new AssertionError(fill);
      }
      receiver.sender();
      return value;
    }
  }

  /** A bounded queue. */
  static final class Queued extends Transport {

    private final Queue<Long> queue;

    Queued(IntFunction<Queue<Long>> constructor) {
      queue = constructor.apply(CAPACITY);
    }

    @Override
    void send(long value) {
      queue.offer(value);
    }

    @Override
    long receive(Exchange exchange) {
      Long value = queue.poll();
      while (value == null) {
        exchange.spin();
        value = queue.poll();
      }
      return value;
    }
  }

  static final class Agrona extends PolledTransport {

    private final AgronaRing ring = new AgronaRing();

    @Override
    void send(long value) {
      ring.write(value);
    }

    @Override
    boolean isReady() {
      return ring.read();
    }

    @Override
    long take() {
      return ring.value();
    }
  }

  static final class Disruptor extends Transport {

    private final DisruptorRing ring = new DisruptorRing(CAPACITY);

    @Override
    void send(long value) {
      ring.publish(value);
    }

    /**
     * What its {@code BusySpinWaitStrategy} does, but that it asks the exchange whether to stop.
     */
    @Override
    long receive(Exchange exchange) {
      long sequence = ring.next();
      while (!ring.isPublished(sequence)) {
        exchange.spin();
      }
      return ring.take(sequence);
    }
  }

  /** A channel of Kotlin's for one value, tried until it has one. */
  static final class Kotlin extends Transport {

    private final KotlinChannel channel = new KotlinChannel();

    @Override
    void send(long value) {
      channel.offer(value);
    }

    @Override
    long receive(Exchange exchange) {
      Long value = channel.poll();
      while (value == null) {
        exchange.spin();
        value = channel.poll();
      }
      return value;
    }
  }
}
