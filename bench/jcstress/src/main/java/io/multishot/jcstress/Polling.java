package io.multishot.jcstress;

import io.multishot.MultiShotReceiver;
import io.multishot.Poll;

/** How an actor that does not block waits for the other. */
final class Polling {

  private Polling() {}

  static void awaitReady(MultiShotReceiver receiver) {
    while (receiver.poll() != Poll.READY) {
      Thread.onSpinWait();
    }
  }
}
