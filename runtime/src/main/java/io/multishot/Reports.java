package io.multishot;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** In checked mode: tells the log and the listeners of each misuse. */
final class Reports {

  static final String HOW_TO_SEE_PLACES = "; -D" + CheckedMode.PROPERTY + "=places tells where";

  private static final List<MisuseListener> LISTENERS = new CopyOnWriteArrayList<>();

  /** Whether the thread is telling of a misuse: one of the listeners or of the log is not told. */
  private static final ThreadFlag IS_TELLING = new ThreadFlag();

  private Reports() {}

  static void add(MisuseListener listener) {
    LISTENERS.add(listener);
  }

  static void remove(MisuseListener listener) {
    LISTENERS.remove(listener);
  }

  /** Reports a misuse. Throws nothing. */
  static void report(Misuse misuse) {
    try {
      boolean[] isTelling = IS_TELLING.get();
      if (!isTelling[0]) {
        tell(misuse, isTelling);
      }
    } catch (Throwable unheard) {
      // whoever is to be told has the exception
    }
  }

  private static void tell(Misuse misuse, boolean[] isTelling) {
    isTelling[0] = true;
    try {
      for (MisuseListener listener : LISTENERS) {
        try {
          listener.found(misuse);
        } catch (Throwable thrown) {
          UserCode.dispatchUncaught(thrown);
        }
      }
      System.getLogger("io.multishot").log(Level.WARNING, misuse.toString(), misuse.exception());
    } finally {
      isTelling[0] = false;
    }
  }

  static void reportView(MultiShotSender cell, IllegalStateException outdated) {
    report(
        new Misuse(
            Misuse.Kind.OUTDATED_VIEW, channelOf(cell), null, Thread.currentThread(), outdated));
  }

  /** The channel's name, after that of the generated class that encloses its halves. */
  static String channelOf(Object half) {
    String name = half.getClass().getName();
    int end = name.lastIndexOf('$');
    return end < 0 ? name : name.substring(0, end);
  }
}
