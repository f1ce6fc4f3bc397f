package io.multishot;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A channel that was open when {@link MultiShots#open} was called, as it was then; or a shot of an
 * open slab, or a slab that has none.
 */
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
    this(
        name,
        id,
        state,
        loan != null && loan.isLive(),
        loan == null ? 0 : loan.number(),
        age,
        loan == null ? null : loan.armer(),
        opened,
        loan == null ? null : loan.armed());
  }

  /** Of a slab without shots. */
  OpenChannel(String name, long id, String state, Duration age, @Nullable Throwable opened) {
    this(name, id, state, false, 0, age, null, opened, null);
  }

  OpenChannel(
      String name,
      long id,
      String state,
      boolean isArmed,
      long shot,
      Duration age,
      @Nullable Thread armer,
      @Nullable Throwable opened,
      @Nullable Throwable armed) {
    this.name = name;
    this.id = id;
    this.state = state;
    this.isArmed = isArmed;
    this.shot = shot;
    this.age = age;
    this.armer = armer;
    this.opened = opened;
    this.armed = armed;
  }

  /** The name of the channel's or slab's class. */
  public String name() {
    return name;
  }

  /** A number that no other channel or slab of this process has. */
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

  /** How many shots were armed; of a slab's shot the id, and 0 of a slab without shots. */
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
