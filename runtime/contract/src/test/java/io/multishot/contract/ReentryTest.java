package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.contract.StateTable.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Code that is run in the middle of an operation may operate on the channel: {@code REENTRY.md}.
 */
@Tag("production")
final class ReentryTest extends ChannelTest {

  private static final StateTable STATES = StateTable.read("STATES.md");

  private static final Map<String, Map<String, String>> TABLE =
      StateTable.read("REENTRY.md").table("Inside");

  /** What the code does beside single operations. */
  private static final String RECYCLES = "sender(), send(value)";

  private static final String THROWS = "throws";

  private static final List<String> COLUMNS = columns();

  ReentryTest(Subject subject) {
    super(subject);
  }

  @Test
  void operation_insideAnother_givesWhatTheTableSays() {
    int tried = 0;
    for (Inside inside : Inside.values()) {
      for (String column : COLUMNS) {
        String cell = TABLE.getOrDefault(inside.row, Map.of()).get(column);
        assertNotNull(cell, () -> "no such column: " + column);
        if (isAllowed(inside, column)) {
          perform(inside, column, cell);
          tried++;
        } else {
          assertEquals(Cell.NONE, cell, () -> column + " by " + inside.row);
        }
      }
    }
    assertTrue(tried > 200, "cells tried: " + tried);
  }

  @Test
  void table_hasOnlyTheRowsAndColumnsThatAreTested() {
    List<String> rows = Arrays.stream(Inside.values()).map(inside -> inside.row).toList();
    assertEquals(rows, new ArrayList<>(TABLE.keySet()));
    TABLE.values().forEach(row -> assertEquals(COLUMNS, new ArrayList<>(row.keySet())));
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (Operation operation : Inside.operations()) {
      columns.add((operation.isOfTheSender() ? "sender." : "") + operation.column);
    }
    columns.add(RECYCLES);
    columns.add(THROWS);
    return columns;
  }

  /** The receiver must not be used while the sender is told that it is abandoned. */
  private static boolean isAllowed(Inside inside, String column) {
    return !inside.isOfTheSenderOnly() || column.startsWith("sender.") || column.equals(THROWS);
  }

  private void perform(Inside inside, String column, String text) {
    String where = subject + ": " + column + " by " + inside.row;
    String[] innerAndOuter = text.split(" / ", 2);
    Cell inner = Cell.parse(innerAndOuter[0], "");
    Cell outer = Cell.parse(innerAndOuter[1], "");
    try (Position position = new Position(subject)) {
      List<String> runs = new ArrayList<>();
      Runnable code = () -> doInside(position, column, runs);
      List<String> results = new ArrayList<>();
      List<Throwable> uncaught =
          TestThreads.catchingUncaught(
              () -> results.add(position.run(() -> inside.run(position, code))));
      assertEquals(1, runs.size(), () -> where + ", run with " + runs);
      assertTrue(inner.allows(runs.get(0)), () -> where + ": " + runs + ", not " + text);
      assertTrue(outer.allows(results.get(0)), () -> where + ": " + results + ", not " + text);
      List<String> told = new ArrayList<>(position.tell());
      uncaught.forEach(thrown -> told.add("uncaught: " + thrown.getMessage()));
      assertTrue(outer.allowsTelling(told), () -> where + ": told " + told + ", not " + text);
      String raw = position.raw();
      assertTrue(STATES.allows(outer.next(), raw), () -> where + ": " + raw + ", not " + text);
    }
  }

  private void doInside(Position position, String column, List<String> runs) {
    if (column.equals(THROWS)) {
      runs.add("thrown");
      throw new IllegalStateException("thrown inside");
    }
    if (column.equals(RECYCLES)) {
      runs.add(
          position.run(
              () -> {
                position.arm();
                return position.send();
              }));
      return;
    }
    runs.add(Inside.operations().get(COLUMNS.indexOf(column)).run(position, Hand.OWN));
  }
}
