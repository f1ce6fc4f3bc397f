package io.multishot.bench;

import io.multishot.bench.peer.JoxChannel;
import java.util.concurrent.BlockingQueue;

/** Transports whose receiver blocks, after as many spins as each does by itself. */
final class BlockingTransports {

  private BlockingTransports() {}

  /** A channel that is received from; as for the rest it is {@link SpinningTransports.Channel}. */
  static final class Channel extends Transport {

    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();

    @Override
    void send(long value) {
      sender.send(value);
    }

    @Override
    long receive(Exchange exchange) throws InterruptedException {
      long value = receiver.receive();
      receiver.sender();
      return value;
    }
  }

  /** As {@link Channel}, of the channel whose receiver parks at once. */
  static final class ParkingChannel extends Transport {

    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();
    private final ParkingLongChannel.Sender sender = receiver.sender();

    @Override
    void send(long value) {
      sender.send(value);
    }

    @Override
    long receive(Exchange exchange) throws InterruptedException {
      long value = receiver.receive();
      receiver.sender();
      return value;
    }
  }

  static final class Queued extends Transport {

    private final BlockingQueue<Long> queue;

    Queued(BlockingQueue<Long> queue) {
      this.queue = queue;
    }

    @Override
    void send(long value) throws InterruptedException {
      queue.put(value);
    }

    @Override
    long receive(Exchange exchange) throws InterruptedException {
      return queue.take();
    }
  }

  static final class Jox extends Transport {

    private final JoxChannel channel;

    Jox(JoxChannel channel) {
      this.channel = channel;
    }

    @Override
    void send(long value) throws InterruptedException {
      channel.send(value);
    }

    @Override
    long receive(Exchange exchange) throws InterruptedException {
      return channel.receive();
    }
  }
}
