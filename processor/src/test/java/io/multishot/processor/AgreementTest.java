package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compilers show declarations in different ways, but the same channels and slabs are generated on
 * each: by this JDK's javac, by that of another JDK if there is one beside it, and by Eclipse's
 * compiler.
 *
 * <p>{@code -Dmultishot.seed=...} makes the declarations of an earlier run again, {@code
 * -Dmultishot.desks=...} another number of packages of them.
 */
final class AgreementTest {

  private static final long SEED = Long.getLong("multishot.seed", 1862274402L);

  private static final int DESKS = Integer.getInteger("multishot.desks", 8);

  private static final String[] PROCESSORS = {
    "-processor", MultiShotProcessor.class.getName() + "," + ConfigProcessor.class.getName()
  };

  @TempDir Path folder;

  private UserProject project;

  @BeforeEach
  void makeFolder() throws IOException {
    project = new UserProject(folder);
  }

  /** In a named module, Eclipse's command line finds nothing that is generated. */
  @Test
  void channels_areTheSameOnEclipse() throws IOException {
    Map<String, String> expected = generatedByThisJavac(false);
    clear();
    assertEquals("", project.eclipse(options(false, "-nowarn")));
    compare(expected, "Eclipse");
  }

  /** In a named module, types are named and annotated as that module sees them. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void channels_areTheSameOnAnotherJdk(boolean isModule) throws IOException, InterruptedException {
    Optional<Path> other = otherJdk();
    assumeTrue(other.isPresent(), "another JDK from 17 on");
    Map<String, String> expected = generatedByThisJavac(isModule);
    clear();
    assertEquals("", project.javac(other.get(), options(isModule, "-Xlint:none")));
    compare(expected, "JDK " + feature(other.get()));
  }

  private Map<String, String> generatedByThisJavac(boolean isModule) throws IOException {
    write(isModule);
    assertEquals("", project.javac(options(isModule, "-Xlint:none")));
    Map<String, String> generated = generated();
    assertTrue(generated.size() > 3 * DESKS, generated.size() + " files");
    return generated;
  }

  private void compare(Map<String, String> expected, String compiler) throws IOException {
    List<String> different = differences(expected, generated());
    System.out.printf(
        "seed %d: %d classes, %d of them others on %s%n",
        SEED, expected.size() - 2, different.size(), compiler); // 2 are the other processor's
    assertEquals(List.of(), different);
  }

  private void write(boolean isModule) throws IOException {
    for (int i = 0; i < DESKS; i++) {
      for (Map.Entry<String, String> file : RandomDesk.of(SEED, i).files().entrySet()) {
        project.source(file.getKey(), file.getValue());
      }
    }
    if (isModule) {
      project.source("module-info.java", "module desks { requires io.multishot; }");
    }
  }

  private static String[] options(boolean isModule, String lint) {
    List<String> options = new ArrayList<>(List.of("--release", "17", "-proc:only", lint));
    options.addAll(List.of(isModule ? "--module-path" : "-classpath", UserProject.RUNTIME));
    options.addAll(List.of(PROCESSORS));
    return options.toArray(new String[0]);
  }

  private Map<String, String> generated() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String file : UserProject.javaFiles(project.generated)) {
      texts.put(file, Files.readString(Path.of(file)));
    }
    return texts;
  }

  private void clear() throws IOException {
    for (Path output : List.of(project.generated, project.classes)) {
      try (Stream<Path> files = Files.walk(output)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          Files.delete(file);
        }
      }
    }
  }

  /** The files that only one has, or that are not the same. */
  private static List<String> differences(Map<String, String> some, Map<String, String> others) {
    Map<String, String> different = new TreeMap<>(some);
    different.putAll(others);
    different.keySet().removeIf(file -> some.getOrDefault(file, "").equals(others.get(file)));
    return List.copyOf(different.keySet());
  }

  /** JDKs lie beside each other. */
  private static Optional<Path> otherJdk() throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    try (Stream<Path> jdks = Files.list(home.resolveSibling("."))) {
      return jdks.filter(jdk -> !Files.isSymbolicLink(jdk))
          .filter(jdk -> feature(jdk) >= 17 && feature(jdk) != Runtime.version().feature())
          .findFirst();
    }
  }

  /** The number of a JDK, by what it says itself; 0 for anything else. */
  private static int feature(Path jdk) {
    try {
      return Files.readAllLines(jdk.resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D*(\\d+).*", "$1")))
          .findFirst()
          .orElse(0);
    } catch (IOException noJdk) {
      return 0;
    }
  }
}
