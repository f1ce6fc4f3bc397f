package io.multishot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where something was done, in checked mode: the cause of the exception that tells of it. */
final class Place extends Throwable {

  private static final long serialVersionUID = 1L;

  private static final String RUNTIME = "io.multishot";

  private final String what;
  private final String thread;
  private boolean isTrimmed;

  /** Takes the place of the caller's caller. */
  Place(String what, @Nullable Place before) {
    super(null, before, false, true);
    this.what = what;
    this.thread = Thread.currentThread().getName();
  }

  /** Lets the runtime's own frames go, with those of the place before; symbols cost, so late. */
  synchronized Place trimmed() {
    if (!isTrimmed) {
      isTrimmed = true;
      StackTraceElement[] all = getStackTrace();
      int own = 0;
      while (own < all.length && isOwn(all[own].getClassName())) {
        own++;
      }
      setStackTrace(Arrays.copyOfRange(all, own, all.length));
      if (getCause() instanceof Place before) {
        before.trimmed();
      }
    }
    return this;
  }

  private static boolean isOwn(String className) {
    return className.startsWith(RUNTIME) && className.lastIndexOf('.') == RUNTIME.length();
  }

  @Override
  public String getMessage() {
    return what + " by thread \"" + thread + '"';
  }

  @Override
  public String toString() {
    return getMessage();
  }
}
