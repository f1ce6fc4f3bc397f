package io.multishot.processor.misuse;

/** What an object is to a channel, a call or a slab. */
enum Role {
  /** The caller of a call, too. */
  RECEIVER,
  SENDER,
  /** The sender of a call: what has been asked, to be answered. */
  REQUEST,
  /** The request that stands for all questions of a caller, so that no answer consumes it. */
  SEAT,
  /** Of the same right as its sender: one {@link Ref} stands for both. */
  SHOT,
  /** A message that lies in the channel's memory. */
  VIEW,
  /** A number or a flag whose value is known. */
  CONSTANT,
  SLAB,
  /** The name of a shot of a slab. */
  ID,
  /** A number that may be an id. */
  NUMBER,
  /** A number that is surely none. */
  NO_ID,
  NONE;

  /** Whether it is the right to one outcome; a {@link #SEAT} is to many. */
  boolean isSender() {
    return this == SENDER || this == REQUEST;
  }

  boolean isNumber() {
    return this == CONSTANT || this == ID || this == NUMBER || this == NO_ID;
  }
}
