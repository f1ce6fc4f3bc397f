package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompactJsonTest {

  private static final Machine MACHINE =
      new Machine("2026-11-22", "A processor", 2, 24, "Linux", 0.1, false, "full");

  @TempDir Path folder;

  /** Figures of each trial that are alike in no digit, as those of JMH are. */
  private void measure() throws IOException {
    JmhJson json = new JmhJson();
    int number = 1;
    for (Section section : Catalogue.sections()) {
      for (Case each : section.cases()) {
        double value = 10 * Math.exp(number++ % 7 / 3.0);
        double[] forks =
            DoubleStream.of(1.001234, 0.97531, 1.02468, 0.987654).map(x -> x * value).toArray();
        json.add(each.trial().toString(), forks);
      }
    }
    json.write(folder, 17);
    MACHINE.write(folder, false);
  }

  private Path file() {
    return folder.resolve("jdk-17.json");
  }

  private List<String> draw() throws IOException {
    Path page = new ReportFolder(folder, folder.resolve("pages")).draw();
    return List.of(Files.readString(page), Files.readString(folder.resolve("README.md")));
  }

  @Test
  void report_saysTheSameFromCompactResultsAsFromJmhsOwn() throws IOException {
    measure();
    List<String> fromJmhs = draw();
    long size = Files.size(file());
    assertEquals(1, new ReportFolder(folder, folder).compact());
    assertTrue(Files.size(file()) < size, Files.size(file()) + " of " + size);
    assertEquals(words(fromJmhs.get(0)), words(draw().get(0)));
    assertEquals(fromJmhs.get(1), draw().get(1));
  }

  /** Without the coordinates, which have more digits than figures have. */
  private static List<String> words(String page) {
    return Stream.of(page.split("\n"))
        .map(line -> line.replaceAll("<(?!/?t[dh])[^>]*>", ""))
        .toList();
  }

  @Test
  void compactFile_staysAsItIs() throws IOException {
    measure();
    CompactJson.rewrite(file());
    String once = Files.readString(file());
    CompactJson.rewrite(file());
    assertEquals(once, Files.readString(file()));
  }

  @Test
  void compactFile_hasFiveDigitsAndNothingThatCanBeComputed() throws IOException {
    new JmhJson().add("SameThreadCycle.floor -XX:+UseSerialGC", 2.281314735565).write(folder, 17);
    JsonArray own = JsonParser.parseString(Files.readString(file())).getAsJsonArray();
    JsonObject trial = own.get(0).getAsJsonObject();
    trial.getAsJsonObject("primaryMetric").addProperty("score", 1);
    trial.addProperty("jvm", "/a/java");
    JsonElement unused = trial.getAsJsonObject("secondaryMetrics").get(Measured.ALLOCATED);
    trial.getAsJsonObject("secondaryMetrics").add("gc.count", unused);
    Files.writeString(file(), own.toString());
    CompactJson.rewrite(file());
    String compact = Files.readString(file());
    assertTrue(compact.contains("[[22.813,2.2813,2.2813]]"), compact);
    assertTrue(compact.contains("\"jvmArgs\":[\"-XX:+UseSerialGC\"]"), compact);
    for (String dropped : List.of("\"score\"", "\"jvm\"", "gc.count", "IgnoreUnrecognized")) {
      assertFalse(compact.contains(dropped), compact);
    }
    assertEquals(
        List.of("SameThreadCycle.floor -XX:+UseSerialGC"),
        Measured.read(file()).keySet().stream().map(Trial::toString).toList());
  }

  @Test
  void fileThatIsNotJmhs_isRefusedAndLeftAlone() throws IOException {
    for (String text : List.of("", "{}", "[1]", "[{\"benchmark\": \"x\"}]", "[", "null")) {
      Files.writeString(file(), text);
      IOException refused = assertThrows(IOException.class, () -> CompactJson.rewrite(file()));
      assertTrue(
          String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT).contains("jdk-17.json"),
          text);
      assertEquals(text, Files.readString(file()));
    }
  }
}
