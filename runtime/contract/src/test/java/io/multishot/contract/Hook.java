package io.multishot.contract;

import java.util.concurrent.CountDownLatch;

/** What a {@link Declarations.Hooked} does when it is made where it is received. */
final class Hook implements Runnable {

  private final Runnable onReceipt;
  private int made;

  Hook(Runnable onReceipt) {
    this.onReceipt = onReceipt;
  }

  /** Throws there. */
  static Hook throwing(Throwable thrown) {
    return new Hook(() -> Refusal.<RuntimeException>sneak(thrown));
  }

  /** Stays there, once it has come, until it may go on. */
  static Hook holding(CountDownLatch hasCome, CountDownLatch goOn) {
    return new Hook(
        () -> {
          hasCome.countDown();
          TestThreads.awaitUninterruptibly(goOn);
        });
  }

  /** The first is made by the sender. */
  @Override
  public void run() {
    if (made++ > 0) {
      onReceipt.run();
    }
  }
}
