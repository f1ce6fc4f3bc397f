package io.multishot.soak;

/** The parts of a message that is declared as a record. */
interface Trade {
  long id();

  char side();

  float price();

  Payload venue();
}
