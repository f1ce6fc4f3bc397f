package io.multishot.soak;

import io.multishot.MultiShotSender;

/** Shots at full speed over one channel. Each is checked, and nothing is boxed. */
interface Loops {

  /** Goes through some shots on this thread alone. */
  void cycle(long first, int shots, Receipt receipt);

  /**
   * Sends requests, and receives the reply to each before it sends the next. Checks that each reply
   * is for the shot of the opposite number.
   *
   * @param requests the sender of another channel of this kind, whose receiver {@link #serve}s
   */
  void request(MultiShotSender requests, long first, int shots, Receipt receipt);

  /**
   * Receives requests, checks them, and sends a reply to each. The other side of {@link #request}.
   */
  void serve(MultiShotSender replies, long first, int shots, Receipt receipt);
}
