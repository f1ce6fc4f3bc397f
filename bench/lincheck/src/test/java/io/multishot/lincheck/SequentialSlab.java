package io.multishot.lincheck;

import io.multishot.Poll;
import org.jspecify.annotations.Nullable;

/** What {@link SlabOperations} return one after the other: the contract, without any slot. */
public final class SequentialSlab {

  private static final class Shot {

    Poll outcome = Poll.PENDING;
    long value;
    boolean hasWaker;

    boolean end(Poll as) {
      boolean isOpen = outcome == Poll.PENDING;
      outcome = isOpen ? as : outcome;
      return isOpen;
    }
  }

  /** The owner's; {@code null} if it has none. */
  private @Nullable Shot open;

  private @Nullable Shot mailbox;
  private @Nullable Shot held;
  private @Nullable Shot older;

  public boolean acquire() {
    if (open != null) {
      return false;
    }
    open = new Shot();
    mailbox = open;
    return true;
  }

  public Poll poll() {
    return open == null ? Poll.UNKNOWN : open.outcome;
  }

  public Poll pollWithWaker() {
    if (open != null) {
      open.hasWaker = true;
    }
    return poll();
  }

  public Poll pollWithAnother() {
    return pollWithWaker();
  }

  public boolean withdraw() {
    if (open == null || open.outcome != Poll.PENDING || !open.hasWaker) {
      return false;
    }
    open.hasWaker = false;
    return true;
  }

  public @Nullable Long take() {
    Shot shot = open;
    if (shot == null || shot.outcome != Poll.READY) {
      return null;
    }
    open = null;
    return shot.value;
  }

  public String receiveNow() {
    Shot shot = open;
    open = null;
    if (shot == null) {
      return "IllegalStateException";
    }
    return switch (shot.outcome) {
      case PENDING -> {
        shot.outcome = Poll.UNKNOWN;
        yield "TimeoutException";
      }
      case READY -> Long.toString(shot.value);
      case FAILED -> "CompletionException";
      case DISCONNECTED -> "DisconnectedException";
      case UNKNOWN -> throw new AssertionError("it was over");
    };
  }

  public boolean abandon() {
    Shot shot = open;
    open = null;
    if (shot == null) {
      return false;
    }
    shot.outcome = Poll.UNKNOWN;
    return true;
  }

  public boolean pickUp() {
    if (mailbox == null) {
      return false;
    }
    older = held;
    held = mailbox;
    mailbox = null;
    return true;
  }

  public boolean send(long value) {
    return send(held, value);
  }

  public boolean sendLate(long value) {
    return send(older, value);
  }

  public boolean fail() {
    return held != null && held.end(Poll.FAILED);
  }

  public boolean disconnect() {
    return held != null && held.end(Poll.DISCONNECTED);
  }

  private static boolean send(@Nullable Shot shot, long value) {
    if (shot == null || !shot.end(Poll.READY)) {
      return false;
    }
    shot.value = value;
    return true;
  }
}
