package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The matrix of {@code PROOF.md}: what it names is there, and it names all that is there. */
class MatrixTest {

  private static final Path LINCHECK = sources("lincheck", "test");
  private static final Path JCSTRESS = sources("jcstress", "main");

  @Test
  void tables_areTheContracts() {
    for (String table : column("tables")) {
      assertTrue(Files.exists(Path.of("../../runtime/contract", table + ".md")), table);
    }
  }

  @Test
  void checker_isNamedWithAllSubjects() {
    Set<String> subjects = new TreeSet<>(Scenarios.SUBJECTS);
    subjects.addAll(SlotScenarios.SUBJECTS);
    subjects.addAll(Set.of("Suspension", "SlotSuspension", "SeatSuspension"));
    assertEquals(subjects, column("checker"));
  }

  @Test
  void lincheck_isNamedWithAllTestsOfTheContract() throws IOException {
    Set<String> tests = files(LINCHECK, name -> name.endsWith("Test.java"));
    tests.removeAll(Set.of("MutantTest", "ReachTest")); // of the lane itself
    assertEquals(tests, column("Lincheck"));
  }

  @Test
  void spin_isNamedWithAllModels() throws IOException {
    assertEquals(files(Path.of("src/test/spin"), name -> name.endsWith(".pml")), column("Spin"));
  }

  @Test
  void jcstress_isNamedWithAllSubjects() throws IOException {
    assertEquals(
        files(JCSTRESS, name -> hasStressTests(JCSTRESS.resolve(name))), column("jcstress"));
  }

  private static Path sources(String module, String kind) {
    return Path.of("..", module, "src", kind, "java", "io", "multishot", module);
  }

  private static boolean hasStressTests(Path file) {
    try {
      return Files.isRegularFile(file) && Files.readString(file).contains("@JCStressTest");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> files(Path folder, Predicate<String> isOne) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(isOne)
          .map(name -> name.substring(0, name.lastIndexOf('.')))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The names in a column of the matrix. */
  private static Set<String> column(String heading) {
    List<List<String>> rows = rows();
    int column = rows.get(0).indexOf(heading);
    return rows.stream()
        .skip(2)
        .flatMap(row -> Arrays.stream(row.get(column).split(", ")))
        .filter(name -> !name.equals("–"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<List<String>> rows() {
    try (Stream<String> lines = Files.lines(Path.of("PROOF.md"))) {
      return lines
          .dropWhile(line -> !line.startsWith("| promise |"))
          .takeWhile(line -> line.startsWith("| "))
          .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
