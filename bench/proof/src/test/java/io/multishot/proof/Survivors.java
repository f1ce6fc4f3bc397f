package io.multishot.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The seeded bugs that MUTATIONS.md lists as not told, with reasons. */
final class Survivors {

  private static final Path FILE = Path.of("MUTATIONS.md");
  private static final Pattern ID = Pattern.compile("^\\* `(.*)`$", Pattern.MULTILINE);
  private static final String SECTION = "\n## ";

  private Survivors() {}

  /** What stands before the first section. */
  static Set<String> ofChannels() throws IOException {
    String text = Files.readString(FILE);
    return in(text.substring(0, text.indexOf(SECTION)));
  }

  static Set<String> ofCheckedMode() throws IOException {
    return ofSection("In checked mode");
  }

  static Set<String> ofSlabs() throws IOException {
    return ofSection("Slabs");
  }

  static Set<String> ofSeats() throws IOException {
    return ofSection("Seats");
  }

  private static Set<String> ofSection(String heading) throws IOException {
    String text = Files.readString(FILE);
    int start = text.indexOf(SECTION + heading + "\n") + SECTION.length();
    int end = text.indexOf(SECTION, start);
    return in(end < 0 ? text.substring(start) : text.substring(start, end));
  }

  private static Set<String> in(String section) {
    return ID.matcher(section)
        .results()
        .map((MatchResult result) -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
