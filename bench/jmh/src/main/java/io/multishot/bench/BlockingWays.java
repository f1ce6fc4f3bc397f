package io.multishot.bench;

import java.util.concurrent.BlockingQueue;

/** Ways whose receiver blocks, after as much spinning as each thinks fit. */
final class BlockingWays {

  private BlockingWays() {}

  /** A channel that is received from; as for the rest it is {@link SpinningWays.Channel}. */
  static final class Channel extends Way {

    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();

    @Override
    void send(long value) {
      sender.send(value);
    }

    @Override
    long receive(Link link) throws InterruptedException {
      long value = receiver.receive();
      receiver.sender();
      return value;
    }
  }

  /** As {@link Channel}, of the channel whose receiver parks at once. */
  static final class ParkingChannel extends Way {

    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();
    private final ParkingLongChannel.Sender sender = receiver.sender();

    @Override
    void send(long value) {
      sender.send(value);
    }

    @Override
    long receive(Link link) throws InterruptedException {
      long value = receiver.receive();
      receiver.sender();
      return value;
    }
  }

  static final class Queued extends Way {

    private final BlockingQueue<Long> queue;

    Queued(BlockingQueue<Long> queue) {
      this.queue = queue;
    }

    @Override
    void send(long value) throws InterruptedException {
      queue.put(value);
    }

    @Override
    long receive(Link link) throws InterruptedException {
      return queue.take();
    }
  }

  static final class Jox extends Way {

    private final JoxChannel channel;

    Jox(JoxChannel channel) {
      this.channel = channel;
    }

    @Override
    void send(long value) throws InterruptedException {
      channel.send(value);
    }

    @Override
    long receive(Link link) throws InterruptedException {
      return channel.receive();
    }
  }
}
