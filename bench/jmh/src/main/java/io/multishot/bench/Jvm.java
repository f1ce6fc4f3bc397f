package io.multishot.bench;

/** Options of the measured virtual machines: what the peers need, and what makes them alike. */
final class Jvm {

  /** JDK 17 does not know {@link #ALLOW_UNSAFE}. */
  static final String IGNORE_UNKNOWN = "-XX:+IgnoreUnrecognizedVMOptions";

  /** JCTools uses {@code sun.misc.Unsafe}, of which JDK 24 and later warn. */
  static final String ALLOW_UNSAFE = "--sun-misc-unsafe-memory-access=allow";

  /** Agrona uses the JDK's internal {@code Unsafe}. */
  static final String OPEN_UNSAFE = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED";

  /** JOL asks for the offsets of fields, which the JDK refuses for records and hidden classes. */
  static final String LET_JOL_GUESS = "-Djol.magicFieldOffset=true";

  /**
   * Objects begin where cache lines do. Else a cell, whose 24 bytes that both threads use may lie
   * anywhere, reaches into a second line in one place out of four, and in that virtual machine a
   * round trip takes twice as long.
   */
  static final String ALIGN_TO_LINES = "-XX:ObjectAlignmentInBytes=64";

  private Jvm() {}
}
