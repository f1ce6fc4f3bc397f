package io.multishot;

import java.util.List;

/** In checked mode: what {@link OpenChannels} lists. */
interface Listed {

  /** Adds what is open of it, as it is now. */
  void describeTo(List<OpenChannel> found, OpenChannels.Entry entry);
}
