package io.multishot;

import org.jspecify.annotations.Nullable;

/** A state of a {@link Cell} that is neither live nor a value. */
final class Sentinel {

  /** No shot is open: none was armed yet, or its outcome was discarded. */
  static final Sentinel IDLE = new Sentinel(Poll.DISCONNECTED, "idle");

  /** The sender was closed without sending. */
  static final Sentinel DISCONNECTED = new Sentinel(Poll.DISCONNECTED, "disconnected");

  /** The receiver gave the shot up; the sender has not noticed yet. */
  static final Sentinel ABANDONED = new Sentinel(Poll.DISCONNECTED, "abandoned");

  /** No shot is armed in this cell again: it was abandoned and consumed, or closed. */
  static final Sentinel RETIRED = new Sentinel(Poll.DISCONNECTED, "retired");

  final Poll poll;

  /** Written before the state is published, if at all. */
  private @Nullable Throwable failure;

  private final String name;

  private Sentinel(Poll poll, String name) {
    this.poll = poll;
    this.name = name;
  }

  /** The sender failed the shot; with what is named by {@link #setFailure}. */
  static Sentinel failing() {
    return new Sentinel(Poll.FAILED, "failed");
  }

  /** Names the failure of what {@link #failing} made. */
  void setFailure(Throwable newFailure) {
    failure = newFailure;
  }

  @Nullable Throwable failure() {
    return failure;
  }

  /** Whether no shot is armed in this cell again. */
  boolean isFinal() {
    return this == ABANDONED || this == RETIRED;
  }

  /** Whether it is an outcome that the receiver has not discarded yet. */
  boolean isOutcome() {
    return this == DISCONNECTED || poll == Poll.FAILED;
  }

  @Override
  public String toString() {
    return name;
  }
}
