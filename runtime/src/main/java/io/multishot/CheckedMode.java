package io.multishot;

import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Whether misuse is told; see {@link MultiShots}. Read once, into constants: where it is off, the
 * just-in-time compiler leaves all of it out.
 */
final class CheckedMode {

  static final String PROPERTY = "io.multishot.checked";

  /** Whether misuse is told. */
  static final boolean ON;

  /** Whether the place of each arming and use is taken, and not of some only. */
  static final boolean ALL_PLACES;

  static {
    String setting = setting();
    ON = !setting.equals("off");
    ALL_PLACES = setting.equals("places");
  }

  private CheckedMode() {}

  private static String setting() {
    String byDefault = CheckedMode.class.desiredAssertionStatus() ? "on" : "off";
    String given = given();
    if (given == null) {
      return byDefault;
    }
    String word = given.trim();
    if (word.equals("off") || word.equals("on") || word.equals("places")) {
      return word;
    }
    complain(given, byDefault);
    return byDefault;
  }

  private static @Nullable String given() {
    try {
      return System.getProperty(PROPERTY);
    } catch (SecurityException secret) {
      return null;
    }
  }

  /** An exception of an initializer would make every channel of the process unusable. */
  private static void complain(String given, String instead) {
    try {
      System.getLogger(PROPERTY)
          .log(
              Level.ERROR,
              "the system property "
                  + PROPERTY
                  + " must be off, on or places, and is \""
                  + given
                  + "\": taken for "
                  + instead);
    } catch (Throwable unheard) {
      // no channel shall fail for it
    }
  }
}
