package io.multishot.processor.misuse;

import com.sun.source.tree.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/** What has been found in one body, once for each place; what a repetition finds is kept apart. */
final class Findings {

  private record Key(Problem problem, Tree tree) {}

  private Map<Key, Finding> found = new LinkedHashMap<>();

  void add(Finding finding) {
    found.putIfAbsent(new Key(finding.problem(), finding.tree()), finding);
  }

  /** Begins with what may have to be forgotten, and returns what was found before. */
  Map<Key, Finding> begin() {
    Map<Key, Finding> before = found;
    found = new LinkedHashMap<>();
    return before;
  }

  /** Adds what was found since {@link #begin} to what was before. */
  void keep(Map<Key, Finding> before) {
    Map<Key, Finding> since = found;
    found = before;
    since.forEach(found::putIfAbsent);
  }

  /** Forgets what was found since {@link #begin}. */
  void forget(Map<Key, Finding> before) {
    found = before;
  }

  Iterable<Finding> all() {
    return found.values();
  }
}
