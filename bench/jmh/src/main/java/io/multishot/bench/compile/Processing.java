package io.multishot.bench.compile;

/** How far a compilation goes. */
public enum Processing {
  /** The declarations are compiled, and no processor runs: what to subtract. */
  NONE,
  /** The processor runs, and nothing is compiled: its share without that of what it generates. */
  ONLY,
  /** The processor runs, and all is compiled. */
  FULL
}
