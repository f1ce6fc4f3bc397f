package io.multishot.soak;

/** The parts of a message that is received as a view. */
interface Quote {
  long id();

  boolean isBid();

  double price();

  Payload venue();
}
