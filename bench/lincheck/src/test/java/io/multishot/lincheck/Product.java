package io.multishot.lincheck;

import io.multishot.MultiShotReceiver;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.util.Arrays;

/** The generated channels. */
enum Product implements Subject {
  UNPADDED {
    @Override
    public Channel open() {
      return new Unpadded();
    }
  },

  PADDED {
    @Override
    public Channel open() {
      return new Padded();
    }
  },

  SPINNING {
    @Override
    public Channel open() {
      return new Spinning();
    }
  },

  BUSY {
    @Override
    public Channel open() {
      return new Busy();
    }
  };

  @Override
  public Group group(Channel... channels) {
    MultiShotReceiver[] receivers = new MultiShotReceiver[channels.length];
    Arrays.setAll(receivers, i -> ((GeneratedChannel<?>) channels[i]).receiver());
    return new ProductGroup(ReceiverGroup.of(receivers));
  }

  private record ProductGroup(ReceiverGroup group) implements Group {

    @Override
    public int pollAny(Waker waker) {
      return group.pollAny(waker);
    }

    @Override
    public int awaitAny() throws InterruptedException {
      return group.awaitAny();
    }

    @Override
    public boolean pollAll(Waker waker) {
      return group.pollAll(waker);
    }

    @Override
    public void awaitAll() throws InterruptedException {
      group.awaitAll();
    }

    @Override
    public void withdraw() {
      group.withdraw();
    }
  }
}
