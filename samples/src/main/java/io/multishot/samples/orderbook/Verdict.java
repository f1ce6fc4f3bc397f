package io.multishot.samples.orderbook;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Says in a sentence what was seen, and how sure that is. Each round of one variant is compared
 * with the round of the other that was run next to it: what slows the machine down for a while
 * slows both. There is a difference if it has the same sign in all rounds, which happens by chance
 * in one run of 256 where there are nine.
 */
final class Verdict {

  private Verdict() {}

  /** Compares the results {@code ofOne} of the first variant with those of the other. */
  static String of(Variant one, Result ofOne, Variant other, Result ofOther) {
    double[] ratios =
        IntStream.range(0, Math.min(ofOne.rounds().size(), ofOther.rounds().size()))
            .mapToDouble(
                i ->
                    ofOne.rounds().get(i).nanosPerRequest()
                        / ofOther.rounds().get(i).nanosPerRequest())
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (ratios.length < Comparison.ROUNDS) {
      return "Too few requests to compare.";
    }
    double least = ratios[0];
    double most = ratios[ratios.length - 1];
    String seen =
        String.format(
            Locale.ROOT,
            "%s took %.2f of the time of %s (%.2f to %.2f in %d rounds).",
            one.label(),
            ratios[ratios.length / 2],
            other.label(),
            least,
            most,
            ratios.length);
    return least <= 1 && most >= 1 ? "No difference that this run can tell:\n" + seen : seen;
  }
}
