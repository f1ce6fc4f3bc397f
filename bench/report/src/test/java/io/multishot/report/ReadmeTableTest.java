package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests run in the module's folder, from which {@link Folders} counts. */
final class ReadmeTableTest {

  private static final List<String> MARKED =
      List.of("before", ReadmeTable.BEGIN, "old", ReadmeTable.END, "after");

  @TempDir Path folder;

  @Test
  void rootReadme_hasTheTableOfTheCommittedResults() throws IOException {
    String table = ReadmeTable.table(ReportFolder.of(Folders.COMMITTED).results());
    assertEquals(
        table,
        ReadmeTable.read(Files.readString(Folders.ROOT_README)),
        "run the report's command readme");
  }

  @Test
  void table_hasElevenRows() throws IOException {
    String table = ReadmeTable.table(ReportFolder.of(Folders.COMMITTED).results());
    assertEquals(2 + 11, table.lines().count(), table);
  }

  @Test
  void table_hasTheMultipleAndBothTimes() throws IOException {
    new JmhJson()
        .add("SameThreadCycle.ofLong", 3, 3, 3)
        .add("SameThreadCycle.floor", 2, 2, 2)
        .addMultiple(Calls.queuedPair("1"), 0.79, 0.81, 0.8)
        .write(folder, 17);
    String table = ReadmeTable.table(ReportFolder.of(folder).results());
    assertTrue(table.contains("the floor | 1.50 ± 0.00 (3.00 ns, 2.00 ns) |"), table);
    assertTrue(table.contains("a channel, both in turn | 0.80 ± 0.02 |"), table);
    assertTrue(table.contains("`CompletableFuture<Long>` | – |"), table);
  }

  @Test
  void table_saysTooNoisyWithoutTimes() throws IOException {
    new JmhJson()
        .add("SameThreadCycle.ofLong", 3, 30, 3)
        .add("SameThreadCycle.floor", 2, 2, 2)
        .write(folder, 17);
    String table = ReadmeTable.table(ReportFolder.of(folder).results());
    assertTrue(table.contains("the floor | too noisy (0.12 to 87.8) |"), table);
  }

  @Test
  void write_changesOnlyWhatIsBetweenTheMarkers() throws IOException {
    new JmhJson().add("SameThreadCycle.ofLong", 3, 3, 3).write(folder, 17);
    List<Results> results = ReportFolder.of(folder).results();
    Path file = folder.resolve("R.md");
    Files.write(file, MARKED);
    ReadmeTable.write(file, results);
    String once = Files.readString(file);
    assertEquals(ReadmeTable.table(results), ReadmeTable.read(once));
    assertTrue(once.startsWith("before\n" + ReadmeTable.BEGIN + "\n\n|"), once);
    assertTrue(once.endsWith("|\n\n" + ReadmeTable.END + "\nafter\n"), once);
    ReadmeTable.write(file, results);
    assertEquals(once, Files.readString(file));
  }

  @Test
  void write_refusesAFileWithoutMarkers() throws IOException {
    Path file = folder.resolve("R.md");
    Files.write(file, List.of(ReadmeTable.END, ReadmeTable.BEGIN));
    IOException refused = assertThrows(IOException.class, () -> ReadmeTable.write(file, List.of()));
    assertTrue(String.valueOf(refused.getMessage()).contains(ReadmeTable.BEGIN));
  }
}
