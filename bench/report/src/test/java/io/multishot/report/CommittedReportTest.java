package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is committed is what the tool draws from the committed results. */
final class CommittedReportTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");
  private static final long LARGEST = 300_000;

  @TempDir Path folder;

  private static List<Path> committed() throws IOException {
    try (Stream<Path> files = Files.list(Folders.COMMITTED)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void readme_isWhatTheToolWrites() throws IOException {
    for (Path file : committed()) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    ReportFolder.of(folder).draw();
    assertEquals(
        Files.readString(folder.resolve("README.md")),
        Files.readString(Folders.COMMITTED.resolve("README.md")),
        "run the report's command draw");
  }

  @Test
  void readme_linksOnlyToWhatIsThere() throws IOException {
    Set<String> links = new TreeSet<>();
    Matcher link = LINK.matcher(Files.readString(Folders.COMMITTED.resolve("README.md")));
    while (link.find()) {
      links.add(link.group(1));
    }
    assertEquals(Set.of("cycle.svg", "parked.svg", "round-trip.svg", "virtual.svg"), links);
    for (String each : links) {
      assertTrue(Files.exists(Folders.COMMITTED.resolve(each)), each);
    }
  }

  @Test
  void slabs_areAsQuickAsTheProjectsReadmeSays() throws IOException {
    String one = "ManyPending.cycle order=IN_TURN n=1 over=";
    String million = "ManyPending.cycle order=SHUFFLED n=1048576 over=";
    for (Results results : ReportFolder.of(Folders.COMMITTED).results()) {
      assertRatio(0.25, results, one + "ARRAY_OF_CHANNELS", one + "MAP_OF_FUTURES");
      assertRatio(0.66, results, one + "SLAB", one + "MAP_OF_FUTURES");
      assertRatio(0.5, results, one + "AGRONA_OF_FUTURES", one + "MAP_OF_FUTURES");
      assertRatio(0.15, results, million + "SLAB", million + "MAP_OF_FUTURES");
    }
  }

  private static void assertRatio(double said, Results results, String above, String below) {
    Estimate ratio = results.ratio(Budgets.time(above), Budgets.time(below));
    assertNotNull(ratio);
    assertEquals(said, ratio.value(), said / 4, above + " of JDK " + results.release());
  }

  @Test
  void committedFiles_areSmall() throws IOException {
    for (Path file : committed()) {
      assertTrue(Files.size(file) < LARGEST, file + " has " + Files.size(file) + " bytes");
    }
  }

  @Test
  void committedResults_areCompact() throws IOException {
    for (Path file : Results.files(Folders.COMMITTED)) {
      Path copy = folder.resolve(file.getFileName());
      CompactJson.write(file, copy);
      assertEquals(-1, Files.mismatch(file, copy), "run the report's command compact: " + file);
    }
  }
}
