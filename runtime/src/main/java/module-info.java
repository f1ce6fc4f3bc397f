/**
 * The runtime of MultiShot: the {@link io.multishot.MultiShot} annotation and what the channels
 * generated from it extend.
 */
module io.multishot {
  requires static transitive org.jspecify;

  exports io.multishot;
}
