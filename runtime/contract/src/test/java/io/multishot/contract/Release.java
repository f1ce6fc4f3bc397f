package io.multishot.contract;

/**
 * What lets the other threads of a test go on, whether or not it has failed. As a resource behind
 * {@link TestThreads}, it is closed before those are joined.
 */
@FunctionalInterface
interface Release extends AutoCloseable {

  void goOn();

  @Override
  default void close() {
    goOn();
  }
}
