package io.multishot.contract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The tables of {@code STATES.md}, by their headings. In each the first column names the rows and
 * the first row names the columns.
 */
final class StateTable {

  /** What an operation does in a state, as a cell of the table has it. */
  record Cell(String result, String next, List<String> told) {

    /** What cannot be done. */
    static final String NONE = "—";

    private static final String ABANDONS = "abandons";

    static Cell parse(String text, String state) {
      String[] parts = text.split(" · ", 2);
      String[] arrow = parts[0].split(" → ", 2);
      return new Cell(
          arrow[0],
          arrow.length == 1 ? state : arrow[1],
          parts.length == 1 ? List.of() : List.of(parts[1].split(", ", -1)));
    }

    boolean isPossible() {
      return !result.equals(NONE);
    }

    /** Whether the sender that was live is given up. */
    boolean abandons() {
      return told.contains(ABANDONS);
    }

    boolean allows(String actual) {
      return isSaid(result, actual);
    }

    /** In any order. */
    boolean allowsTelling(List<String> actual) {
      List<String> sorted = told.stream().filter(who -> !who.equals(ABANDONS)).sorted().toList();
      return sorted.size() == actual.size()
          && IntStream.range(0, actual.size()).allMatch(i -> isSaid(sorted.get(i), actual.get(i)));
    }

    /** Words in quotation marks need only be a part of what was said. */
    private static boolean isSaid(String expected, String actual) {
      int quote = expected.indexOf('"');
      if (quote < 0) {
        return expected.equals(actual);
      }
      int end = expected.lastIndexOf('"');
      return actual.startsWith(expected.substring(0, quote + 1))
          && actual.contains(expected.substring(quote + 1, end))
          && actual.endsWith(expected.substring(end));
    }
  }

  private static final String RAW = "in the cell";

  private final Map<String, Map<String, Map<String, String>>> tables = new LinkedHashMap<>();

  private StateTable() {}

  static StateTable read(String file) {
    StateTable read = new StateTable();
    String heading = "";
    List<String> columns = List.of();
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        if (line.startsWith("#")) {
          heading = line.replaceFirst("#+ ", "");
          columns = List.of();
        } else if (line.startsWith("| ") && columns.isEmpty()) {
          columns = cells(line);
          read.tables.put(heading, new LinkedHashMap<>());
        } else if (line.startsWith("| ") && !line.startsWith("| ---")) {
          read.add(heading, columns, cells(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  private static List<String> cells(String line) {
    String inner = line.substring(2, line.length() - 2);
    return Arrays.stream(inner.split(" \\| ", -1))
        .map(cell -> cell.trim().replace("`", ""))
        .toList();
  }

  private void add(String heading, List<String> columns, List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new AssertionError(heading + ": a row of another length: " + cells);
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 1; i < cells.size(); i++) {
      row.put(columns.get(i), cells.get(i));
    }
    if (table(heading).put(cells.get(0), row) != null) {
      throw new AssertionError(heading + ": twice: " + cells.get(0));
    }
  }

  List<String> headings() {
    return new ArrayList<>(tables.keySet());
  }

  /** What the operation does in this state, if its own table has it. */
  Cell cell(Operation operation, String state) {
    return cell(operation.heading, operation, state);
  }

  /** The same of another table that has the operation. */
  Cell cell(String heading, Operation operation, String state) {
    Map<String, String> row = table(heading).get(state);
    String cell = row == null ? null : row.get(operation.column);
    return Cell.parse(cell == null ? Cell.NONE : cell, state);
  }

  /** The states of a receiver's cell, each with what is in it. */
  Map<String, String> states() {
    Map<String, String> states = new LinkedHashMap<>();
    table("The states").forEach((state, row) -> states.put(state, requireNonNull(row.get(RAW))));
    return states;
  }

  /** Whether what lies in the cell is what the table has for the state. */
  boolean allows(String state, String raw) {
    String expected = requireNonNull(states().get(state), state);
    return expected.equals(raw) || expected.equals(raw.replaceFirst(", .*", ", any"));
  }

  /** Rows by their name, each with its cells by the column's. */
  Map<String, Map<String, String>> table(String heading) {
    Map<String, Map<String, String>> table = tables.get(heading);
    if (table == null) {
      throw new AssertionError("no such table: " + heading);
    }
    return table;
  }
}
