package io.multishot.bench;

/** What lives on the heap. */
final class Heap {

  private Heap() {}

  /** The bytes in use when all garbage has been collected. */
  static long usedAfterCollection() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
