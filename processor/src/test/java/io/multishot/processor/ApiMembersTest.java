package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.multishot.ApiLevel;
import io.multishot.processor.model.RuntimeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each API level has of the runtime: the classes and members that generated code uses. {@code
 * CONTRIBUTING.md} tells when a level is raised. With {@code -Dgolden.regenerate=true} the list of
 * the newest level is written anew, and the test fails if it has changed.
 */
final class ApiMembersTest {

  private static final Path LEVELS = Path.of("src", "test", "resources", "api-levels");

  /** Where one of these differs from a golden case, it uses other members. */
  private static final List<String> OTHER_DECLARATIONS =
      List.of(
          "@MultiShot(type = int.class, waitPolicy = WaitPolicy.BUSY_SPIN) interface Busy {}",
          "@MultiShot(type = int.class, padded = false) interface Small {}",
          "@MultiShot interface Reply<T> { T value(); int code(); }",
          "@MultiShot record Pair<T>(T first, String second) {}",
          "@MultiShot(padded = false) interface Point { int x(); int y(); }",
          "@MultiShotCall interface Adder { int add(int some, int other); }",
          "@MultiShotCall(padded = false) interface Shop<T> { T get(); void put(T it) throws"
              + " Exception; }");

  @Test
  void newestLevel_isWhatGeneratedCodeUses() throws IOException {
    Set<String> lines = new TreeSet<>();
    used().forEach(used -> lines.addAll(used.lines()));
    Path file = LEVELS.resolve(RuntimeNames.LEVEL + ".txt");
    String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    boolean isNew = !Files.exists(file) || !Files.readString(file).equals(text);
    if (Boolean.getBoolean("golden.regenerate") && isNew) {
      Files.createDirectories(LEVELS);
      Files.writeString(file, text);
      fail("regenerated " + file + ": if a release has this level, raise the level instead");
    }
    assertEquals(Files.readString(file), text);
  }

  static IntStream served() {
    return IntStream.rangeClosed(ApiLevel.OLDEST, ApiLevel.NEWEST);
  }

  @ParameterizedTest
  @MethodSource("served")
  void servedLevel_hasAllItsMembersStill(int level) throws IOException {
    Set<String> missing = new TreeSet<>(Files.readAllLines(LEVELS.resolve(level + ".txt")));
    missing.removeAll(RuntimeMembers.all());
    assertEquals(new TreeSet<>(), missing);
  }

  /** A method that the classes of an older level do not have must not be abstract. */
  @ParameterizedTest
  @MethodSource("served")
  void servedLevel_leavesNoMethodToBeImplementedThatItsClassesDoNotHave(int level)
      throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (UsedMembers used : used()) {
      used.extended().forEach(type -> unknown.addAll(RuntimeMembers.abstractMethodsOf(type)));
    }
    Files.readAllLines(LEVELS.resolve(level + ".txt")).forEach(unknown::remove);
    assertEquals(new TreeSet<>(), unknown);
  }

  private static List<UsedMembers> used() throws IOException {
    List<UsedMembers> used = new ArrayList<>();
    for (GoldenTest.Case golden : GoldenTest.cases().toList()) {
      used.add(used(golden.file(), golden.declaration()));
    }
    String outer = "package example; import io.multishot.*; class Other { %s }";
    for (String declaration : OTHER_DECLARATIONS) {
      used.add(used("example.Other", outer.formatted(declaration)));
    }
    return used;
  }

  private static UsedMembers used(String file, String source) throws IOException {
    Compilation compilation = Compilations.compile(JavaFileObjects.forSourceString(file, source));
    assertThat(compilation).succeeded();
    return new UsedMembers(compilation);
  }
}
