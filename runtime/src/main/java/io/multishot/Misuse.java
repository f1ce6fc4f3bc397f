package io.multishot;

import org.jspecify.annotations.Nullable;

/** A mistake in the use of a channel or slab, found in checked mode; see {@link MultiShots}. */
public final class Misuse {

  /** What was done. */
  public enum Kind {
    /**
     * A sender was used again, after its shot had its outcome; or an id of a slab by its owner,
     * after its shot was over.
     */
    SECOND_USE,

    /**
     * Two threads were in one receiver or sender at the same time, or used one id of a slab as its
     * owner does.
     */
    TWO_OWNERS,

    /** An id was used as its owner does with a slab that has not given it out. */
    FOREIGN_ID,

    /** A view of a message was read after the receiver had armed the next shot, or was closed. */
    OUTDATED_VIEW,

    /** A sender has become garbage, and its receiver had no outcome. */
    LOST_SENDER
  }

  private final Kind kind;
  private final String channel;
  private final long channelId;
  private final long shot;
  private final Thread thread;
  private final Throwable exception;

  /**
   * Tells of a misuse.
   *
   * @param loan whose shot it was; {@code null} if that is unknown
   */
  Misuse(Kind kind, String channel, @Nullable Loan loan, Thread thread, Throwable exception) {
    this(
        kind,
        channel,
        loan == null ? 0 : loan.channel(),
        loan == null ? 0 : loan.number(),
        thread,
        exception);
  }

  /**
   * Tells of a misuse.
   *
   * @param channelId see {@link OpenChannel#id}; 0 if it is unknown whose shot it was
   */
  Misuse(Kind kind, String channel, long channelId, long shot, Thread thread, Throwable exception) {
    this.kind = kind;
    this.channel = channel;
    this.channelId = channelId;
    this.shot = shot;
    this.thread = thread;
    this.exception = exception;
  }

  /** What was done. */
  public Kind kind() {
    return kind;
  }

  /** The name of the channel's or slab's class. */
  public String channel() {
    return channel;
  }

  /**
   * Whether it is misuse of the sender, or of the id, that the given channel's shot has. {@code
   * false} for an outdated view, for an id of another slab, and for two threads in one receiver, of
   * which it is not known whose shot it was.
   */
  public boolean isOf(OpenChannel armed) {
    return channelId != 0 && channelId == armed.id() && shot == armed.shot();
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
