package io.multishot.soak;

import java.util.ArrayList;
import java.util.List;

/**
 * One virtual machine of a soak.
 *
 * @param number its place in the order, from 0
 * @param seed what its programs follow from
 */
record ForkPlan(int number, long seed, Collector collector, Compilation compilation) {

  /** Each collector with each way of compiling: the next fork has the next of either. */
  static List<ForkPlan> all(long seed, int count) {
    List<ForkPlan> forks = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      forks.add(
          new ForkPlan(
              number,
              Mix.of(seed + number),
              cyclic(Collector.values(), number),
              cyclic(Compilation.values(), number)));
    }
    return forks;
  }

  /** One in three, and so in time with each collector: there are five. */
  private boolean hasLittleMemory() {
    return number % 3 == 2;
  }

  private static <T> T cyclic(T[] values, int number) {
    return values[number % values.length];
  }

  List<String> options() {
    List<String> options =
        new ArrayList<>(
            hasLittleMemory() ? List.of("-Xms24m", "-Xmx40m") : List.of("-Xms64m", "-Xmx256m"));
    options.add("-XX:+IgnoreUnrecognizedVMOptions");
    options.add(collector.option);
    options.addAll(compilation.options());
    if (compilation == Compilation.SHUFFLED) {
      options.add("-XX:StressSeed=" + (seed & Integer.MAX_VALUE));
    }
    return options;
  }

  @Override
  public String toString() {
    return "fork "
        + number
        + " ("
        + collector
        + ", compilation "
        + compilation
        + (hasLittleMemory() ? ", little memory)" : ")");
  }
}
