package io.multishot.jcstress;

import org.jspecify.annotations.Nullable;

/** A handler that arms the next shot inside its first run, and registers itself again. */
abstract class Relayed extends OpenShot {

  final LongChannel.Handler handler = this::handle;
  final Wakes overlaps = new Wakes();

  /** The values in the order of the runs, as decimal digits. */
  long received;

  /** How many runs were for the next shot. */
  int seconds;

  private volatile LongChannel.@Nullable Sender next;
  private volatile boolean isInside;

  /** Registers {@link #handler} for the next shot. */
  abstract void registerAgain();

  /** Ends the next shot as soon as that is armed. */
  final void sendNext() {
    LongChannel.Sender armed;
    while ((armed = next) == null) {
      Thread.onSpinWait();
    }
    armed.send(2L);
  }

  private void handle(long value) {
    if (isInside) {
      overlaps.wake();
    }
    isInside = true;
    received = received * 10 + value;
    if (value == 1L) {
      LongChannel.Sender armed = receiver.sender();
      registerAgain();
      next = armed;
    } else {
      seconds++;
    }
    isInside = false;
  }
}
