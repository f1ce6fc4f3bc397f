package io.multishot;

/** A mistake in the use of a channel, found in checked mode; see {@link MultiShots}. */
public final class Misuse {

  /** What was done. */
  public enum Kind {
    /** A sender was used again, after its shot had its outcome. */
    SECOND_USE,

    /** Two threads were in one receiver or sender at the same time. */
    TWO_OWNERS,

    /** A view of a message was read after the receiver had armed the next shot, or was closed. */
    OUTDATED_VIEW,

    /** A sender has become garbage, and its receiver had no outcome. */
    LOST_SENDER
  }

  private final Kind kind;
  private final String channel;
  private final Thread thread;
  private final Throwable exception;

  Misuse(Kind kind, String channel, Thread thread, Throwable exception) {
    this.kind = kind;
    this.channel = channel;
    this.thread = thread;
    this.exception = exception;
  }

  /** What was done. */
  public Kind kind() {
    return kind;
  }

  /** The name of the channel's class. */
  public String channel() {
    return channel;
  }

  /** The thread that did it; of a lost sender, the one that armed it. */
  public Thread thread() {
    return thread;
  }

  /** What was thrown for it, or the shot failed with. */
  public Throwable exception() {
    return exception;
  }

  @Override
  public String toString() {
    return kind + " of " + channel + ": " + exception.getMessage();
  }
}
