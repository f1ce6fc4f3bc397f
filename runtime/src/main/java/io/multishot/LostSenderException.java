package io.multishot;

import org.jspecify.annotations.Nullable;

/**
 * What a shot fails with, in checked mode, if its sender has become garbage without ending it. In
 * production nothing would happen: the receiver would wait for ever. The cause is the place where
 * the sender was armed, if that is known. See {@link MultiShots}.
 */
public final class LostSenderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LostSenderException(String channel, long number, @Nullable Throwable armed) {
    super(
        "the sender of shot "
            + number
            + " of "
            + channel
            + " is garbage, and has sent nothing: in production this receiver would wait for ever"
            + (armed == null ? Reports.HOW_TO_SEE_PLACES : ""),
        armed);
  }
}
