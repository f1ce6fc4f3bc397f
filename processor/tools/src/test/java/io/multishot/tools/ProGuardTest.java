package io.multishot.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShot;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;

/** The rules for shrinkers, which the runtime has in {@code META-INF/proguard}. */
final class ProGuardTest {

  /** Without three of these ProGuard would not even begin; with the last it is done sooner. */
  private static final String[] NO_RULES = {
    "-dontwarn org.jspecify.annotations.*",
    "-dontwarn org.junit.jupiter.api.**",
    "-dontwarn java.lang.invoke.*",
    "-dontoptimize"
  };

  private static final Pattern SENDER = Pattern.compile("demo\\.\\w+Channel\\$Sender");

  @TempDir Path folder;

  private Shrinker shrinker;

  @BeforeEach
  void makeShrinker() {
    shrinker = new Shrinker(folder);
  }

  /** The rules are named as the README tells users of ProGuard itself to do. */
  @Test
  void program_shrunkWithTheRules_runsAndKeepsItsPadding() throws Exception {
    URL rules =
        Objects.requireNonNull(
            MultiShot.class.getResource("/META-INF/proguard/io.multishot_multishot-runtime.pro"));
    Path shrunk = shrinker.shrink("-include '" + rules + "'");
    assertEquals(
        Program.run(Program.classes(folder), Program.locationOf(MultiShot.class)),
        Program.run(shrunk));
    List<MatchResult> senders = shrinker.renamed(SENDER);
    assertTrue(senders.size() > 15, senders::toString);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {shrunk.toUri().toURL()}, null)) {
      for (MatchResult sender : senders) {
        assertFalse(sender.group(1).equals(sender.group(2)), "obfuscated");
        assertEquals(
            layoutOf(Class.forName(sender.group(1))),
            layoutOf(loader.loadClass(sender.group(2))),
            sender.group(1));
      }
    }
  }

  @Test
  void program_shrunkWithoutTheRules_fails() throws Exception {
    String printed = Program.run(shrinker.shrink(NO_RULES));
    assertTrue(printed.contains("Error"), printed);
  }

  /** Where the fields lie, whatever their names. */
  private static List<String> layoutOf(Class<?> type) {
    return ClassLayout.parseClass(type).fields().stream()
        .sorted(Comparator.comparing(FieldLayout::offset))
        .map(field -> field.offset() + ": " + field.size())
        .toList();
  }
}
