package io.multishot.lincheck;

/** What a scenario is played with: the product, or a copy of it that is broken. */
interface Subject {

  Channel open();

  /** A group of channels that this subject has opened. */
  Group group(Channel... channels);
}
