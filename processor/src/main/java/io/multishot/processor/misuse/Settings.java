package io.multishot.processor.misuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set: the plugin's argument wins over the system property.
 *
 * @param mistakes what is wrong with the settings, to be reported
 */
record Settings(Level level, List<String> mistakes) {

  static final String PROPERTY = "io.multishot.misuse";

  static Settings of(List<String> arguments, @Nullable String property) {
    List<String> mistakes = new ArrayList<>();
    Level level = Level.WARN;
    if (property != null) {
      level = read(property, "the system property " + PROPERTY, mistakes);
    }
    if (!arguments.isEmpty()) {
      level = read(String.join(" ", arguments), "-Xplugin:\"" + MisusePlugin.NAME + "\"", mistakes);
    }
    return new Settings(level, List.copyOf(mistakes));
  }

  private static Level read(String word, String where, List<String> mistakes) {
    for (Level level : Level.values()) {
      if (level.name().toLowerCase(Locale.ROOT).equals(word)) {
        return level;
      }
    }
    mistakes.add(Problem.LEVEL.message(word, where));
    return Level.WARN;
  }
}
