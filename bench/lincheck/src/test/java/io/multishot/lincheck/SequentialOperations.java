package io.multishot.lincheck;

import io.multishot.Poll;
import org.jspecify.annotations.Nullable;

/** What {@link Operations} return one after the other: the contract, without any protocol. */
public final class SequentialOperations {

  /** Every shot is a new one: that a channel recycles its sender is not to be noticed. */
  private static final class Shot {

    Poll outcome = Poll.PENDING;
    long value;
    boolean isAbandoned;
    boolean hasWaker;
  }

  /** The open shot; {@code null} if there is none. */
  private @Nullable Shot open = new Shot();

  private @Nullable Shot armed;
  private @Nullable Shot mailbox;
  private @Nullable Shot held = open;
  private boolean isClosed;

  public boolean trySender() {
    if (isClosed || isLive()) {
      return false;
    }
    open = new Shot();
    mailbox = open;
    return true;
  }

  public boolean renew() {
    if (isClosed) {
      return false;
    }
    abandon();
    open = new Shot();
    armed = open;
    return true;
  }

  public void handOver() {
    if (armed != null) {
      mailbox = armed;
      armed = null;
    }
  }

  public Poll poll() {
    return open == null ? Poll.DISCONNECTED : open.outcome;
  }

  public Poll pollWithWaker() {
    if (open != null && isLive()) {
      open.hasWaker = true;
    }
    return poll();
  }

  public Poll pollWithAnother() {
    return pollWithWaker();
  }

  public boolean withdraw() {
    boolean isBack = open != null && isLive() && open.hasWaker;
    if (open != null) {
      open.hasWaker = false;
    }
    return isBack;
  }

  public @Nullable Long take() {
    if (open == null || open.outcome != Poll.READY) {
      return null;
    }
    long value = open.value;
    open = null;
    return value;
  }

  public String receiveNow() {
    if (open == null) {
      return "DisconnectedException";
    }
    String received =
        switch (open.outcome) {
          case PENDING -> "TimeoutException";
          case READY -> Long.toString(open.value);
          case FAILED -> "CompletionException";
          case DISCONNECTED -> "DisconnectedException";
          case UNKNOWN -> throw new AssertionError("of a slab");
        };
    if (!isLive()) {
      open = null;
    }
    return received;
  }

  public boolean drop() {
    boolean isDropped = open != null && !isLive();
    if (isDropped) {
      open = null;
    }
    return isDropped;
  }

  public void close() {
    abandon();
    open = null;
    isClosed = true;
  }

  public boolean pickUp() {
    if (mailbox == null) {
      return false;
    }
    held = mailbox;
    mailbox = null;
    return true;
  }

  public @Nullable Boolean send(long value) {
    if (held != null) {
      held.value = value;
    }
    return end(Poll.READY);
  }

  public @Nullable Boolean fail() {
    return end(Poll.FAILED);
  }

  public void closeSender() {
    end(Poll.DISCONNECTED);
  }

  public boolean isAbandoned() {
    return held != null && held.isAbandoned;
  }

  public void onAbandoned() {}

  private @Nullable Boolean end(Poll outcome) {
    Shot shot = held;
    held = null;
    if (shot == null) {
      return null;
    }
    shot.outcome = outcome;
    return !shot.isAbandoned;
  }

  private boolean isLive() {
    return open != null && open.outcome == Poll.PENDING;
  }

  private void abandon() {
    if (open != null && isLive()) {
      open.isAbandoned = true;
    }
  }
}
