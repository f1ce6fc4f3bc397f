package io.multishot.processor.misuse;

/** What an object is to a channel. */
enum Role {
  RECEIVER,
  SENDER,
  /** Of the same right as its sender: one {@link Ref} stands for both. */
  SHOT,
  /** A message that lies in the channel's memory. */
  VIEW,
  /** A number or a flag whose value is known. */
  CONSTANT,
  NONE
}
