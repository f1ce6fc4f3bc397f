package io.multishot;

/**
 * Is told of each misuse that checked mode finds, on the thread that finds it; for test frameworks.
 * What it throws is ignored. It must not use channels.
 */
@FunctionalInterface
public interface MisuseListener {

  /** A misuse was found. */
  void found(Misuse misuse);
}
