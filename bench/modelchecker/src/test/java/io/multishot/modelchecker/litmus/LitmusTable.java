package io.multishot.modelchecker.litmus;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.multishot.modelchecker.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The tables of {@code LITMUS.md}. In each the first column names a program. */
final class LitmusTable {

  private LitmusTable() {}

  /** The rows below a heading: the program, and the last cell. */
  static Stream<Arguments> rows(String heading) {
    return cells(heading).stream()
        .map(cells -> arguments(program(cells.get(0)), cells.get(cells.size() - 1)));
  }

  private static Class<? extends Scenario> program(String name) {
    String binary = LitmusTable.class.getPackageName() + "." + name.replace('.', '$');
    try {
      return Class.forName(binary).asSubclass(Scenario.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("LITMUS.md names " + name + ", and there is no such program", e);
    }
  }

  private static List<List<String>> cells(String heading) {
    List<List<String>> rows = new ArrayList<>();
    boolean isBelow = false;
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        isBelow = line.equals("## " + heading);
      } else if (isBelow && line.startsWith("| ") && !line.startsWith("| ---")) {
        rows.add(List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)));
      }
    }
    return rows.subList(1, rows.size()); // behind the names of the columns
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(Path.of("LITMUS.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
