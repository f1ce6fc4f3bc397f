package io.multishot;

import org.jspecify.annotations.Nullable;

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
  private final @Nullable Loan loan;
  private final Thread thread;
  private final Throwable exception;

  /**
   * Tells of a misuse.
   *
   * @param loan whose shot it was; {@code null} if that is unknown
   */
  Misuse(Kind kind, String channel, @Nullable Loan loan, Thread thread, Throwable exception) {
    this.kind = kind;
    this.channel = channel;
    this.loan = loan;
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

  /**
   * Whether it is misuse of the sender that the given channel's shot has. {@code false} for an
   * outdated view, and for two threads in one receiver, of which it is not known whose shot it was.
   */
  public boolean isOf(OpenChannel armed) {
    return loan != null && loan.channel() == armed.id() && loan.number() == armed.shot();
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
