package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.contract.StateTable.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A table of {@code HANDLERS.md}, with what its columns do. A row is a situation: a phase, and
 * after a comma how it has come to that.
 */
final class PhaseTable<P extends PhaseTable.Position> {

  /** A channel in one of the situations. */
  interface Position extends AutoCloseable {
    void enter(String situation);

    String phase();

    /** Who was told what since the last call, sorted. */
    List<String> told();

    /** Has everything that is under way come to its end, and fails if it does not. */
    @Override
    void close();
  }

  private record Event<P>(Function<P, String> action, Predicate<P> precondition) {}

  private final String heading;
  private final Map<String, Map<String, String>> rows;
  private final Map<String, Event<P>> events = new LinkedHashMap<>();

  PhaseTable(String heading) {
    this.heading = heading;
    this.rows = StateTable.read("HANDLERS.md").table(heading);
  }

  PhaseTable<P> with(String column, Function<P, String> action) {
    return with(column, action, position -> true);
  }

  /** An event that can be tried only if the precondition holds. */
  PhaseTable<P> with(String column, Function<P, String> action, Predicate<P> precondition) {
    events.put(column, new Event<>(action, precondition));
    return this;
  }

  /** Plays each event in each situation, and compares. */
  void play(Supplier<P> positions) {
    List<String> wrong = new ArrayList<>();
    rows.forEach(
        (situation, row) -> {
          assertEquals(new ArrayList<>(events.keySet()), new ArrayList<>(row.keySet()), heading);
          row.forEach((column, text) -> play(positions, situation, column, text, wrong));
        });
    assertEquals(List.of(), wrong, () -> heading + ", in fact:\n" + String.join("\n", wrong));
  }

  private void play(
      Supplier<P> positions, String situation, String column, String text, List<String> wrong) {
    String phase = phaseOf(situation);
    Cell cell = Cell.parse(text, phase);
    Event<P> event = events.get(column);
    try (P position = positions.get()) {
      position.enter(situation);
      assertEquals(phase, position.phase(), situation);
      if (event == null || !event.precondition.test(position)) {
        assertTrue(!cell.isPossible(), () -> column + " is not possible: " + situation);
        return;
      }
      String result = event.action.apply(position);
      List<String> told = position.told();
      String next = position.phase();
      if (!cell.allows(result) || !cell.next().equals(next) || !cell.allowsTelling(told)) {
        String change = next.equals(phase) ? "" : " → " + next;
        String hearing = told.isEmpty() ? "" : " · " + String.join(", ", told);
        wrong.add(situation + " | " + column + " | " + result + change + hearing);
      }
    }
  }

  Set<String> phases() {
    return rows.keySet().stream().map(PhaseTable::phaseOf).collect(Collectors.toSet());
  }

  private static String phaseOf(String situation) {
    return situation.replaceFirst(",.*", "");
  }
}
