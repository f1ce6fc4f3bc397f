package io.multishot.soak;

/** The garbage collectors. Not every JDK has each. */
enum Collector {
  SERIAL("-XX:+UseSerialGC"),
  PARALLEL("-XX:+UseParallelGC"),
  G1("-XX:+UseG1GC"),
  Z("-XX:+UseZGC"),
  SHENANDOAH("-XX:+UseShenandoahGC");

  final String option;

  Collector(String option) {
    this.option = option;
  }
}
