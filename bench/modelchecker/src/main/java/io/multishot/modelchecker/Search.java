package io.multishot.modelchecker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A depth-first search through all choices of a scenario. It keeps no states: each execution begins
 * anew, repeats the choices on the path, and differs in the last that has another option.
 */
abstract class Search {

  /** One choice on the path. */
  static class Choice {
    final int options;
    int chosen;

    Choice(int options) {
      this.options = options;
    }

    /** Goes on to the next option; {@code false} if there is none. */
    boolean advance() {
      return ++chosen < options;
    }
  }

  private final List<Choice> path = new ArrayList<>();
  private int depth;

  /** Begins an execution. */
  void begin() {
    depth = 0;
  }

  /** Ends it; {@code false} if it was the last. */
  final boolean advance() {
    while (!path.isEmpty()) {
      Choice last = path.get(path.size() - 1);
      if (last.advance()) {
        return true;
      }
      path.remove(path.size() - 1);
    }
    return false;
  }

  /** Returns a number from 0 to {@code options - 1}; 0 first. */
  final int choose(int options) {
    if (options == 1) {
      return 0;
    }
    Choice choice = repeated();
    if (choice == null) {
      choice = add(new Choice(options));
    }
    if (choice.options != options) {
      throw new IllegalStateException(
          "the scenario does not repeat itself: "
              + options
              + " options where there were "
              + choice.options);
    }
    return choice.chosen;
  }

  /** The choice that is made here again; {@code null} if this is new ground. */
  final @Nullable Choice repeated() {
    return depth < path.size() ? path.get(depth++) : null;
  }

  final <C extends Choice> C add(C choice) {
    path.add(choice);
    depth = path.size();
    return choice;
  }

  /**
   * Says who goes on.
   *
   * @param current who went on last; {@code null} at the begin
   * @param ready all who can, in the order of their numbers
   * @param isFree whether {@code current} has ended, waits or spins, so that to go on with another
   *     is no preemption
   * @return {@code null} if this execution can show nothing new
   */
  abstract @Nullable Actor chooseActor(@Nullable Actor current, List<Actor> ready, boolean isFree);

  /** Is told of each operation that is executed, by whom it is. */
  abstract void executed(Actor actor, Op op);
}
