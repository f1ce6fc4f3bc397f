package io.multishot.bench;

/** One direction of an exchange: what one thread sends, another one receives. */
abstract class Transport {

  /** Sends a value. The one before has been received, and the sender knows it. */
  abstract void send(long value) throws InterruptedException;

  /**
   * Waits for a value, and makes ready for the next: whoever hears from the receiver after that may
   * send again.
   *
   * @param exchange whose {@link Exchange#spin} a spinning wait calls each time round
   */
  abstract long receive(Exchange exchange) throws InterruptedException;
}
