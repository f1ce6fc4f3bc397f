package io.multishot.lincheck;

import io.multishot.MultiShotReceiver;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The generated channels. They are made in lambdas: Lincheck does not see an object that is made by
 * a constructor reference, and would not stop in its methods.
 */
enum Product implements Subject {
  /** The smallest channel: the cell is an {@code UnpaddedSender}. */
  UNPADDED(() -> new LongChannelAdapter()),

  /** The default layout: the cell is a {@code PaddedSender}. */
  PADDED(() -> new PaddedChannelAdapter()),

  /** A channel whose receiver looks once before it parks. */
  SPINNING(() -> new SpinningChannelAdapter()) {
    @Override
    public Channel open() {
      GeneratedChannel opened = (GeneratedChannel) super.open();
      SpinEstimate.set(opened.receiver(), 1);
      return opened;
    }
  },

  /** A channel whose receiver never parks. */
  BUSY(() -> new BusyChannelAdapter());

  @SuppressWarnings("ImmutableEnumChecker") // a constructor, which holds nothing
  private final Supplier<io.multishot.fixtures.Channel> adapters;

  Product(Supplier<io.multishot.fixtures.Channel> adapters) {
    this.adapters = adapters;
  }

  @Override
  public Channel open() {
    return new GeneratedChannel(adapters.get());
  }

  @Override
  public Group group(Channel... channels) {
    MultiShotReceiver[] receivers = new MultiShotReceiver[channels.length];
    Arrays.setAll(receivers, i -> ((GeneratedChannel) channels[i]).receiver());
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
