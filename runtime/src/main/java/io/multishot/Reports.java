package io.multishot;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** In checked mode: tells the log and the listeners of each misuse. */
final class Reports {

  static final String HOW_TO_SEE_PLACES = "; -D" + CheckedMode.PROPERTY + "=places tells where";

  private static final List<MisuseListener> LISTENERS = new CopyOnWriteArrayList<>();

  private Reports() {}

  static void add(MisuseListener listener) {
    LISTENERS.add(listener);
  }

  static void remove(MisuseListener listener) {
    LISTENERS.remove(listener);
  }

  /** Reports a misuse. Throws nothing. */
  static void report(Misuse.Kind kind, String channel, Thread thread, Throwable exception) {
    try {
      Misuse misuse = new Misuse(kind, channel, thread, exception);
      for (MisuseListener listener : LISTENERS) {
        try {
          listener.found(misuse);
        } catch (Throwable thrown) {
          UserCode.dispatchUncaught(thrown);
        }
      }
      System.getLogger("io.multishot").log(Level.WARNING, misuse.toString(), exception);
    } catch (Throwable unheard) {
      // whoever is to be told has the exception
    }
  }

  static void reportView(MultiShotSender cell, IllegalStateException outdated) {
    report(Misuse.Kind.OUTDATED_VIEW, channelOf(cell), Thread.currentThread(), outdated);
  }

  /** The channel's name, after that of the generated class that encloses its halves. */
  static String channelOf(Object half) {
    String name = half.getClass().getName();
    int end = name.lastIndexOf('$');
    return end < 0 ? name : name.substring(0, end);
  }
}
