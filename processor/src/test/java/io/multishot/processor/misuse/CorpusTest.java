package io.multishot.processor.misuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.multishot.processor.MultiShotProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Right and wrong programs, of which the check knows nothing: no right one is told, ever. */
final class CorpusTest {

  private static final Path TABLE = Path.of("MISUSE.md");

  private static final List<CorpusProgram> RIGHT = CorpusProgram.in("right");
  private static final List<CorpusProgram> WRONG = CorpusProgram.in("wrong");
  private static final List<CorpusProgram> RIGHT_OF_SLABS = CorpusProgram.in("slabs/right");
  private static final List<CorpusProgram> WRONG_OF_SLABS = CorpusProgram.in("slabs/wrong");
  private static final List<CorpusProgram> RIGHT_OF_CALLS = CorpusProgram.in("calls/right");
  private static final List<CorpusProgram> WRONG_OF_CALLS = CorpusProgram.in("calls/wrong");

  /** Some programs declare channels of their own. */
  private static final List<MultiShotProcessor> PROCESSORS = List.of(new MultiShotProcessor());

  /** The lines that are told, by the program. */
  private static final Map<String, SortedSet<Long>> TOLD = new HashMap<>();

  @BeforeAll
  static void compile() throws IOException {
    List<Path> files = new ArrayList<>();
    all(List.of(RIGHT, RIGHT_OF_SLABS, RIGHT_OF_CALLS))
        .forEach(program -> files.add(program.file()));
    all(List.of(WRONG, WRONG_OF_SLABS, WRONG_OF_CALLS))
        .forEach(program -> files.add(program.file()));
    try (StandardJavaFileManager manager =
        ToolProvider.getSystemJavaCompiler()
            .getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavaFileObject[] sources = toArray(manager.getJavaFileObjectsFromPaths(files));
      for (Diagnostic<? extends JavaFileObject> said :
          Javac.compile(List.of(), List.of("-Xmaxwarns", "10000"), PROCESSORS, sources)) {
        assertEquals("[multishot-", said.getMessage(null).substring(0, 11), said::toString);
        String name = said.getSource().getName().replaceAll(".*/|\\.java", "");
        TOLD.computeIfAbsent(name, key -> new TreeSet<>()).add(said.getLineNumber());
      }
    }
  }

  private static JavaFileObject[] toArray(Iterable<? extends JavaFileObject> files) {
    List<JavaFileObject> list = new ArrayList<>();
    files.forEach(list::add);
    return list.toArray(new JavaFileObject[0]);
  }

  private static List<CorpusProgram> all(List<List<CorpusProgram>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static SortedSet<Long> told(CorpusProgram program) {
    return TOLD.getOrDefault(program.name(), new TreeSet<>());
  }

  @Test
  void rightPrograms_areNotTold() {
    SortedMap<String, SortedSet<Long>> told = new TreeMap<>();
    for (CorpusProgram program : all(List.of(RIGHT, RIGHT_OF_SLABS, RIGHT_OF_CALLS))) {
      assertEquals(true, program.isRight(), program::name);
      if (!told(program).isEmpty()) {
        told.put(program.name(), told(program));
      }
    }
    assertEquals(Map.of(), told);
  }

  @Test
  void wrongPrograms_areToldWhereTheyAreWrongOnly() {
    SortedMap<String, SortedSet<Long>> elsewhere = new TreeMap<>();
    for (CorpusProgram program : all(List.of(WRONG, WRONG_OF_SLABS, WRONG_OF_CALLS))) {
      assertNotEquals(true, program.isRight(), program::name);
      SortedSet<Long> lines = new TreeSet<>(told(program));
      lines.removeAll(program.wrong());
      if (!lines.isEmpty()) {
        elsewhere.put(program.name(), lines);
      }
    }
    assertEquals(Map.of(), elsewhere);
  }

  /** What is missed is so by design; one that is told some day must be taken from the list. */
  @Test
  void missedLines_areThoseOfTheTable() throws IOException {
    String table = table();
    if (Boolean.getBoolean("misuse.regenerate")) {
      Files.writeString(TABLE, table);
    }
    assertEquals(Files.readString(TABLE), table);
  }

  private static String table() {
    StringBuilder text =
        new StringBuilder(
            """
            # What the misuse check tells of the corpus

            [`CorpusTest`](src/test/java/io/multishot/processor/misuse/CorpusTest.java) compares this page with what it finds; with
            `-Dmisuse.regenerate=true` it writes it anew. The programs are in `src/test/resources/misuse`; they were written from the contract, by
            people who did not know the check. No right one is told. Wrong ones are counted by lines.

            """);
    addTo(text, RIGHT, WRONG, "## Missed");
    text.append(
        """

        ## Slabs

        Those of slabs are in `src/test/resources/misuse/slabs`; all but four right ones were written before the check knew of ids.

        """);
    addTo(text, RIGHT_OF_SLABS, WRONG_OF_SLABS, "### Missed");
    text.append(
        """

        ## Calls

        Those of calls are in `src/test/resources/misuse/calls`; they were written before the check knew of calls, by one who knew the check.

        """);
    addTo(text, RIGHT_OF_CALLS, WRONG_OF_CALLS, "### Missed");
    return text.toString();
  }

  private static void addTo(
      StringBuilder text, List<CorpusProgram> right, List<CorpusProgram> wrong, String heading) {
    text.append(
        """
        | shape | right programs | of these told | wrong lines | told | missed |
        | --- | --- | --- | --- | --- | --- |
        """);
    SortedSet<String> shapes = new TreeSet<>();
    right.forEach(program -> shapes.add(program.shape()));
    wrong.forEach(program -> shapes.add(program.shape()));
    for (String shape : shapes) {
      text.append(row(shape, right, wrong));
    }
    text.append("\n").append(heading);
    text.append("\n\n| program | lines | shape | kind |\n| --- | --- | --- | --- |\n");
    for (CorpusProgram program : wrong) {
      SortedSet<Long> missed = new TreeSet<>(program.wrong());
      missed.removeAll(told(program));
      if (!missed.isEmpty()) {
        String lines = missed.toString().replaceAll("[\\[\\]]", "");
        text.append(
            "| `%s` | %s | %s | %s |%n"
                .formatted(program.name(), lines, program.shape(), program.kind()));
      }
    }
  }

  private static String row(
      String shape, List<CorpusProgram> rightOnes, List<CorpusProgram> wrongOnes) {
    long right = rightOnes.stream().filter(program -> program.shape().equals(shape)).count();
    long accused =
        rightOnes.stream()
            .filter(program -> program.shape().equals(shape) && !told(program).isEmpty())
            .count();
    long wrong = 0;
    long found = 0;
    for (CorpusProgram program : wrongOnes) {
      if (program.shape().equals(shape)) {
        SortedSet<Long> lines = new TreeSet<>(program.wrong());
        wrong += lines.size();
        lines.retainAll(told(program));
        found += lines.size();
      }
    }
    return "| %s | %d | %d | %d | %d | %d |%n"
        .formatted(shape, right, accused, wrong, found, wrong - found);
  }
}
