package io.multishot.samples.orderbook;

import java.util.List;

/** The measured rounds of one variant, in the order in which they were run. */
record Result(List<Round> rounds) {

  /** Requests per second in each round that had any, ascending. */
  double[] throughputs() {
    return rounds.stream()
        .mapToDouble(round -> 1e9 / round.nanosPerRequest())
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  /** Whether each answer was the right one. */
  boolean isRight() {
    return tally().wrongAnswers() == 0;
  }

  /** The outcomes of all requests. */
  Tally tally() {
    Tally sum = new Tally();
    rounds.forEach(round -> sum.add(round.tally()));
    return sum;
  }
}
