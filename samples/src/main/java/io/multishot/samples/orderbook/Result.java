package io.multishot.samples.orderbook;

import java.util.List;

/** The measured rounds of one variant, taken together. */
final class Result {

  private final double[] throughputs;
  private final long allocatedBytes;
  private final Tally tally = new Tally();

  Result(List<Round> rounds) {
    throughputs = rounds.stream().mapToDouble(Result::throughput).sorted().toArray();
    allocatedBytes = rounds.stream().mapToLong(Round::allocatedBytes).sum();
    rounds.forEach(round -> tally.add(round.tally()));
  }

  /** Requests per second in the slowest round. */
  double slowest() {
    return throughputs[0];
  }

  /** Requests per second in the middle one of the rounds. */
  double median() {
    return throughputs[throughputs.length / 2];
  }

  /** Requests per second in the fastest round. */
  double fastest() {
    return throughputs[throughputs.length - 1];
  }

  double bytesPerRequest() {
    return (double) allocatedBytes / tally.requests();
  }

  /** Whether each answer was the right one. */
  boolean isRight() {
    return tally.wrongAnswers() == 0;
  }

  Tally tally() {
    return tally;
  }

  private static double throughput(Round round) {
    return round.tally().requests() * 1e9 / round.nanos();
  }
}
