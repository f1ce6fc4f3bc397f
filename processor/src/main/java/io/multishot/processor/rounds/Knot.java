package io.multishot.processor.rounds;

import io.multishot.processor.model.Target;
import io.multishot.processor.read.PendingTarget;
import io.multishot.processor.read.PendingTargets;
import io.multishot.processor.read.Request;
import io.multishot.processor.read.RequestName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Declarations that wait for nothing but each other's targets, or their own. */
final class Knot {

  private final Declarations declarations;
  private final Map<RequestName, Request> requests;

  /**
   * Begins with all that may belong to it.
   *
   * @param requests those of the declarations that wait, at least, as this round shows them
   */
  Knot(Declarations declarations, Map<RequestName, Request> requests) {
    this.declarations = declarations;
    this.requests = requests;
  }

  /**
   * Returns the targets that can be written together, and removes their declarations from those
   * that wait, as well as those in error. What is assumed of the targets is at first that all are
   * written, and as visible as their declarations; then what comes of that, until nothing changes.
   * What a declaration still misses at first is all that can be held against it. Those that wait
   * for nothing by themselves are held back.
   */
  Map<RequestName, Target> read(Map<RequestName, String> waiting) {
    Map<RequestName, PendingTarget> assumed = new LinkedHashMap<>();
    Set<RequestName> heldBack = new HashSet<>();
    for (RequestName name : waiting.keySet()) {
      if (waiting.get(name).isEmpty()) {
        heldBack.add(name);
      }
      declarations.pending(request(name)).ifPresent(target -> assumed.put(name, target));
    }
    Map<RequestName, Target> targets = read(assumed, heldBack, waiting);
    while (!haveAll(targets, assumed)) {
      assumed.clear();
      targets.forEach((name, target) -> assumed.put(name, PendingTarget.of(target)));
      targets = read(assumed, heldBack, new LinkedHashMap<>());
    }
    waiting.keySet().removeAll(targets.keySet());
    return targets;
  }

  /** Whether the targets are what was assumed of them. */
  private static boolean haveAll(
      Map<RequestName, Target> targets, Map<RequestName, PendingTarget> assumed) {
    Map<RequestName, PendingTarget> found = new LinkedHashMap<>();
    targets.forEach((name, target) -> found.put(name, PendingTarget.of(target)));
    return found.equals(assumed);
  }

  /** Reads the declarations once, and takes down what each of them waits for. */
  private Map<RequestName, Target> read(
      Map<RequestName, PendingTarget> assumed,
      Set<RequestName> heldBack,
      Map<RequestName, String> waiting) {
    PendingTargets pending = new PendingTargets(assumed.values());
    Map<RequestName, Target> targets = new LinkedHashMap<>();
    for (RequestName name : assumed.keySet()) {
      if (heldBack.contains(name)) {
        continue;
      }
      Reading reading = declarations.read(request(name), pending);
      if (reading instanceof Reading.Complete complete) {
        waiting.put(name, "");
        targets.put(name, complete.target());
      } else if (reading instanceof Reading.Incomplete incomplete) {
        waiting.put(name, incomplete.missing());
      } else {
        waiting.remove(name);
      }
    }
    return targets;
  }

  private Request request(RequestName name) {
    return Objects.requireNonNull(requests.get(name));
  }
}
