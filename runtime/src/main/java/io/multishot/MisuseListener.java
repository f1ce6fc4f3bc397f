package io.multishot;

/**
 * Is told of each misuse that checked mode finds, on the thread that finds it; for test frameworks.
 * What it throws goes to the uncaught exception handler of that thread, and changes nothing else.
 * It must not use channels: of its own misuse nobody is told.
 */
@FunctionalInterface
public interface MisuseListener {

  /** A misuse was found. */
  void found(Misuse misuse);
}
