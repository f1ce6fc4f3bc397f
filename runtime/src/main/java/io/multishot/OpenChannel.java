package io.multishot;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A channel that was open when {@link MultiShots#open} was called, as it was then. */
public final class OpenChannel {

  private final String name;
  private final long id;
  private final String state;
  private final boolean isArmed;
  private final long shot;
  private final Duration age;
  private final @Nullable Thread armer;
  private final @Nullable Throwable opened;
  private final @Nullable Throwable armed;

  OpenChannel(
      String name,
      long id,
      String state,
      @Nullable Loan loan,
      Duration age,
      @Nullable Throwable opened) {
    this.name = name;
    this.id = id;
    this.state = state;
    this.isArmed = loan != null && loan.isLive();
    this.shot = loan == null ? 0 : loan.number();
    this.age = age;
    this.armer = loan == null ? null : loan.armer();
    this.opened = opened;
    this.armed = loan == null ? null : loan.armed();
  }

  /** The name of the channel's class. */
  public String name() {
    return name;
  }

  /** A number that no other channel of this process has. */
  public long id() {
    return id;
  }

  /** The state of its shot, in words. */
  public String state() {
    return state;
  }

  /** Whether a shot is open, and has no outcome yet. */
  public boolean isArmed() {
    return isArmed;
  }

  /** How many shots were armed. */
  public long shot() {
    return shot;
  }

  /**
   * Since when its last shot is armed; if there was none, since when it is open. After a receiver's
   * first thousand shots it may be as old as the last seven of them.
   */
  public Duration age() {
    return age;
  }

  /** The thread that armed its last shot; {@code null} if there was none. */
  public @Nullable Thread armedBy() {
    return armer;
  }

  /** Where its last shot was armed, if that is known. */
  public @Nullable Throwable armed() {
    return armed;
  }

  /** Where it was opened, if that is known. */
  public @Nullable Throwable opened() {
    return opened;
  }

  /** Whether it is about the same shot of the same channel. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OpenChannel that && id == that.id && shot == that.shot;
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, shot);
  }

  @Override
  public String toString() {
    return name + "[" + state + ", shot " + shot + ", since " + age.toMillis() + " ms]";
  }
}
