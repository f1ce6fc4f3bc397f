package io.multishot.modelchecker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All schedules with at most so many preemptions. Few suffice for nearly all bugs (Musuvathi and
 * Qadeer, "Iterative Context Bounding for Systematic Testing of Multithreaded Programs", PLDI
 * 2007).
 */
final class BoundedSearch extends Search {

  private final int bound;
  private int preemptions;

  BoundedSearch(int bound) {
    this.bound = bound;
  }

  @Override
  void begin() {
    super.begin();
    preemptions = 0;
  }

  @Override
  Actor chooseActor(@Nullable Actor current, List<Actor> ready, boolean isFree) {
    if (isFree || current == null) {
      return ready.get(choose(ready.size()));
    }
    if (preemptions == bound) {
      return current;
    }
    int chosen = choose(ready.size());
    if (chosen == 0) {
      return current;
    }
    preemptions++;
    int place = chosen - 1; // among the others
    return ready.get(ready.indexOf(current) <= place ? chosen : place);
  }

  @Override
  void executed(Actor actor, Op op) {}
}
