package io.multishot.processor.misuse;

import io.multishot.processor.misuse.Program.Loop;
import io.multishot.processor.misuse.Program.Site;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each place was come to, and how often that broke the contract: apart for first and
 * later rounds of each loop around it.
 */
final class Arrivals {

  /** Of one combination of rounds. */
  private static final class Count {
    int all;
    int broken;

    boolean isMisuse() {
      return all > 0 && all == broken;
    }
  }

  private final Map<Site, Map<Integer, Count>> counts = new HashMap<>();

  void count(Site site, Map<Loop, Integer> rounds, boolean isBroken) {
    int combination = 0;
    for (Loop loop : site.loops) {
      combination = 2 * combination + (rounds.getOrDefault(loop, 1) > 1 ? 1 : 0);
    }
    Count count =
        counts
            .computeIfAbsent(site, key -> new HashMap<>())
            .computeIfAbsent(combination, key -> new Count());
    count.all++;
    count.broken += isBroken ? 1 : 0;
  }

  /** Whether some combination, that a warning may be of, was misuse each time. */
  boolean bearsOut(Site site, boolean isRepeated) {
    for (Map.Entry<Integer, Count> entry : visited(site).entrySet()) {
      if ((entry.getKey() != 0) == isRepeated && entry.getValue().isMisuse()) {
        return true;
      }
    }
    return false;
  }

  /** Whether no run came there in some combination that a warning may be of. */
  boolean isUnknown(Site site, boolean isRepeated) {
    Map<Integer, Count> visited = visited(site);
    int combinations = 1 << site.loops.size();
    for (int i = isRepeated ? 1 : 0; i < (isRepeated ? combinations : 1); i++) {
      if (!visited.containsKey(i)) {
        return true;
      }
    }
    return false;
  }

  private Map<Integer, Count> visited(Site site) {
    return counts.getOrDefault(site, Map.of());
  }

  /** Whether every arrival broke the contract. */
  boolean isMisuse(Site site) {
    Map<Integer, Count> visited = visited(site);
    return !visited.isEmpty() && visited.values().stream().allMatch(Count::isMisuse);
  }
}
