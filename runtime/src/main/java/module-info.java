/**
 * The runtime of MultiShot: the {@link io.multishot.MultiShot} annotation and what the channels
 * generated from it extend; and an extension of JUnit, for whoever has that.
 */
module io.multishot {
  requires static transitive org.jspecify;
  requires static org.junit.jupiter.api;

  exports io.multishot;
  exports io.multishot.junit;
}
