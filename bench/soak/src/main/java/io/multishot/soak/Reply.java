package io.multishot.soak;

/**
 * The parts of a generic message.
 *
 * @param <T> what is replied
 */
interface Reply<T> {
  T value();

  int code();
}
