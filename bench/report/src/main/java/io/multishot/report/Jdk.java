package io.multishot.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Java that the forks can run on.
 *
 * @param release such as 17
 */
record Jdk(int release, Path home) {

  private static final int OLDEST = 17;

  Path java() {
    return home.resolve("bin").resolve("java");
  }

  /** The one in a folder, or {@code null} if there is none that will do. */
  static @Nullable Jdk in(Path home) {
    Path file = home.resolve("release");
    if (!Files.isReadable(file) || !Files.isExecutable(home.resolve("bin").resolve("java"))) {
      return null;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
      int release = Runtime.Version.parse(version).feature();
      return release < OLDEST ? null : new Jdk(release, home.toRealPath());
    } catch (IOException | IllegalArgumentException e) {
      return null; // not a JDK's
    }
  }

  /** One of each release: this one, {@code JAVA_HOME}, and those in the folders beside. */
  static Iterable<Jdk> findAll() {
    Path running = Path.of(System.getProperty("java.home"));
    Set<Path> homes = new LinkedHashSet<>();
    homes.add(running);
    Map<String, String> environment = System.getenv();
    if (environment.containsKey("JAVA_HOME")) {
      homes.add(Path.of(environment.get("JAVA_HOME")));
    }
    for (Path home : List.copyOf(homes)) {
      homes.addAll(siblings(home));
    }
    SortedMap<Integer, Jdk> found = new TreeMap<>();
    for (Path home : homes) {
      Jdk jdk = in(home);
      if (jdk != null) {
        found.putIfAbsent(jdk.release, jdk);
      }
    }
    return found.values();
  }

  private static Set<Path> siblings(Path home) {
    Set<Path> siblings = new LinkedHashSet<>();
    Path parent = home.getParent();
    if (parent != null) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, Files::isDirectory)) {
        folders.forEach(siblings::add);
      } catch (IOException e) {
        return Set.of(); // not ours to read: then there are none
      }
    }
    return siblings;
  }
}
