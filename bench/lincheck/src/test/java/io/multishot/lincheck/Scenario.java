package io.multishot.lincheck;

/** A few threads that use one channel, and what must be true however their steps interleave. */
@FunctionalInterface
interface Scenario {

  void play(Subject subject) throws Exception;
}
