package io.multishot.bench;

/** One way of a link: what one thread sends, another one receives. */
abstract class Way {

  /** Sends a value. The one before has been received, and the sender knows it. */
  abstract void send(long value) throws InterruptedException;

  /**
   * Waits for a value, and makes ready for the next: whoever hears from the receiver after that may
   * send again.
   *
   * @param link whose {@link Link#spin} a spinning wait calls each time round
   */
  abstract long receive(Link link) throws InterruptedException;
}
