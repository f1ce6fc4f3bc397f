package io.multishot.lincheck;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;

/** A group that is no more than a loop over its receivers: a broken one. */
final class NaiveGroup implements Group {

  private final Channel[] channels;

  NaiveGroup(Channel... channels) {
    this.channels = channels.clone();
  }

  @Override
  public int pollAny(Waker waker) {
    for (int i = 0; i < channels.length; i++) {
      if (channels[i].poll(waker) == Poll.READY) {
        return i;
      }
    }
    return ReceiverGroup.PENDING;
  }

  @Override
  public int awaitAny() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean pollAll(Waker waker) {
    boolean isAll = true;
    for (Channel channel : channels) {
      isAll &= channel.poll(waker) == Poll.READY;
    }
    return isAll;
  }

  @Override
  public void awaitAll() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void withdraw() {
    for (Channel channel : channels) {
      channel.withdraw();
    }
  }
}
