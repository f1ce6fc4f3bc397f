package example;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Verdict;

/** Checks both rings, and prints what there is to see. The README tells of it. */
public final class Example {

  private Example() {}

  public static void main(String[] args) {
    System.out.print(report());
  }

  static String report() {
    Verdict broken = ModelChecker.of(RingScenario.OfSpscRing.class).check();
    Verdict mended = ModelChecker.of(RingScenario.OfMendedRing.class).check();
    return "SpscRing\n" + broken.report() + "\nMendedRing\n" + mended.report();
  }
}
