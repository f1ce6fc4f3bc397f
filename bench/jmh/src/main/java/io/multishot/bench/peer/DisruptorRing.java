package io.multishot.bench.peer;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;

/** A ring buffer of the Disruptor with one producer and one consumer, which carries a long. */
public final class DisruptorRing {

  private final RingBuffer<Event> buffer;
  private final Sequence consumed = new Sequence();

  public DisruptorRing(int capacity) {
    buffer = RingBuffer.createSingleProducer(Event::new, capacity, new BusySpinWaitStrategy());
    buffer.addGatingSequences(consumed);
  }

  public void publish(long value) {
    long sequence = buffer.next();
    buffer.get(sequence).value = value;
    buffer.publish(sequence);
  }

  /** The sequence of the event that the consumer takes next. */
  public long next() {
    return consumed.get() + 1;
  }

  public boolean isPublished(long sequence) {
    return buffer.getCursor() >= sequence;
  }

  public long take(long sequence) {
    long value = buffer.get(sequence).value;
    consumed.set(sequence);
    return value;
  }

  private static final class Event {
    long value;
  }
}
