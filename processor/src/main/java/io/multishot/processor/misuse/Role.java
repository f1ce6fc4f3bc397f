package io.multishot.processor.misuse;

/** What an object is to a channel or a slab. */
enum Role {
  RECEIVER,
  SENDER,
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

  boolean isNumber() {
    return this == CONSTANT || this == ID || this == NUMBER || this == NO_ID;
  }
}
