package io.multishot.soak;

import java.util.List;

/** How the virtual machine compiles; each orders, inlines and deoptimizes in other ways. */
enum Compilation {
  USUAL("", 1),
  /** The optimizing compiler draws its order of instructions from a seed, within what is legal. */
  SHUFFLED(
      "-XX:+UnlockDiagnosticVMOptions -XX:+StressLCM -XX:+StressGCM -XX:+StressIGVN"
          + " -XX:+StressCCP",
      1),
  /** The quick compiler alone, which keeps what the optimizing one leaves out. */
  QUICK("-XX:TieredStopAtLevel=1", 1),
  /** Soon, with next to no profile: what was guessed wrong is thrown away. */
  EAGER("-XX:CompileThresholdScaling=0.02", 1),
  /** References of 64 bits: another layout, and other barriers. */
  WIDE("-XX:-UseCompressedOops", 1),
  NONE("-Xint", 8);

  private final String options;

  /** By how much fewer shots a program has. */
  final int slowness;

  Compilation(String options, int slowness) {
    this.options = options;
    this.slowness = slowness;
  }

  List<String> options() {
    return options.isEmpty() ? List.of() : List.of(options.split(" ", -1));
  }
}
