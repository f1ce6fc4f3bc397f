package io.multishot.processor.misuse;

import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * An object that some variables hold, known by nothing but that they hold the same: a value number.
 * What becomes of the object is in the {@link State}.
 */
final class Ref {

  final Role role;

  /** The generated class that it belongs to; {@code null} if its type does not tell. */
  final @Nullable TypeElement channel;

  /**
   * The receiver that armed this sender, or that this view belongs to, if it is known; the id that
   * this number is a parameter beside.
   */
  final @Nullable Ref receiver;

  /**
   * Whether it is a receiver that this body has opened: no other such is the same object; or a
   * request that this body has asked: it is no seat.
   */
  final boolean isOwn;

  Ref(Role role, @Nullable TypeElement channel, @Nullable Ref receiver, boolean isOwn) {
    this.role = role;
    this.channel = channel;
    this.receiver = receiver;
    this.isOwn = isOwn;
  }

  /** Whether this sender surely was not armed by the given receiver; {@code null} is any. */
  boolean isForeignTo(@Nullable Ref other, @Nullable TypeElement otherChannel) {
    if (channel != null && otherChannel != null && !channel.equals(otherChannel)) {
      return true;
    }
    return receiver != null && other != null && receiver != other && receiver.isOwn && other.isOwn;
  }

  boolean isLike(Ref other) {
    return role == other.role
        && isOwn == other.isOwn
        && (channel == null ? other.channel == null : channel.equals(other.channel));
  }
}
