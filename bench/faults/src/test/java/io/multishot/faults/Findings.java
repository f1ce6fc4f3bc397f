package io.multishot.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was found, by kind; and which kinds are known and not mended yet. */
final class Findings implements Consumer<Violation> {

  private static final Path KNOWN = Path.of("KNOWN.md");
  private static final Pattern ENTRY = Pattern.compile("^\\* `(.*)`$", Pattern.MULTILINE);
  private static final String OF_STACK = "the end of the stack";

  private final Map<String, List<Violation>> byKind = new TreeMap<>();

  @Override
  public synchronized void accept(Violation violation) {
    byKind.computeIfAbsent(violation.kind(), kind -> new ArrayList<>()).add(violation);
  }

  Set<String> kinds() {
    return byKind.keySet();
  }

  /** Kinds that are not in the list. */
  List<String> unknown() {
    return unknown(byKind.keySet());
  }

  /** Those of these kinds that are not in the list. */
  static List<String> unknown(Collection<String> kinds) {
    Set<String> known = known();
    return kinds.stream().filter(kind -> !known.contains(kind)).toList();
  }

  /**
   * Kinds of injection that are in the list, and were not found. Where threads are parked is left
   * out, for only the first few are waited for.
   */
  List<String> gone() {
    return known().stream()
        .filter(kind -> !kind.contains(OF_STACK) && !kind.startsWith(Breach.PARKED.name()))
        .filter(kind -> !byKind.containsKey(kind))
        .toList();
  }

  private static Set<String> known() {
    try {
      return ENTRY
          .matcher(Files.readString(KNOWN))
          .results()
          .map((MatchResult result) -> result.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line for each kind, and one example of each that is not in the list. */
  @Override
  public String toString() {
    Set<String> known = known();
    StringBuilder text = new StringBuilder("\n");
    byKind.forEach(
        (kind, found) ->
            text.append("%6d %s%n".formatted(found.size(), kind))
                .append(known.contains(kind) ? "" : found.get(0)));
    return text.toString();
  }
}
