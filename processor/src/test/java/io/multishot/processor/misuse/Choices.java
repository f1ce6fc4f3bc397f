package io.multishot.processor.misuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The choices of a run: first one by one, in order, and then at random. */
final class Choices {

  private record Choice(int chosen, int of) {}

  private final Random random;
  private final List<Choice> made = new ArrayList<>();
  private int next;
  private boolean isRandom;

  Choices(Random random) {
    this.random = random;
  }

  int choose(int of) {
    if (isRandom) {
      return random.nextInt(of);
    }
    if (next == made.size()) {
      made.add(new Choice(0, of));
    }
    return made.get(next++).chosen;
  }

  boolean rarely() {
    return isRandom ? random.nextInt(6) == 0 : choose(2) == 1;
  }

  /** Prepares the next run in order, and returns whether there is one. */
  boolean advance() {
    next = 0;
    while (!made.isEmpty()) {
      Choice last = made.remove(made.size() - 1);
      if (last.chosen + 1 < last.of) {
        made.add(new Choice(last.chosen + 1, last.of));
        return true;
      }
    }
    return false;
  }

  void beRandom() {
    isRandom = true;
  }
}
