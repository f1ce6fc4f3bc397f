package io.multishot.bench.peer;

import static org.agrona.BitUtil.CACHE_LINE_LENGTH;
import static org.agrona.concurrent.ringbuffer.RingBufferDescriptor.TRAILER_LENGTH;

import io.multishot.bench.floor.PaddedLong;
import org.agrona.BufferUtil;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;

/** Agrona's ring buffer of bytes, which carries a {@code long} without a box. */
public final class AgronaRing {

  private static final int BYTES = 1024;
  private static final int MESSAGE_TYPE = 1;

  private final OneToOneRingBuffer buffer =
      new OneToOneRingBuffer(
          new UnsafeBuffer(
              BufferUtil.allocateDirectAligned(BYTES + TRAILER_LENGTH, CACHE_LINE_LENGTH)));
  private final PaddedLong received = new PaddedLong(0); // the consumer's own
  private final MessageHandler handler =
      (type, message, index, length) -> received.value = message.getLong(index);

  /** Writes in place, as the manual advises for messages whose length is known. */
  public void write(long value) {
    int index = buffer.tryClaim(MESSAGE_TYPE, Long.BYTES);
    if (index < 0) {
      throw new AssertionError("no room");
    }
    buffer.buffer().putLong(index, value);
    buffer.commit(index);
  }

  /** Reads one message, if there is one. */
  public boolean read() {
    return buffer.read(handler, 1) > 0;
  }

  /** What was {@linkplain #read read} last. */
  public long value() {
    return received.value;
  }
}
