package io.multishot.soak;

import io.multishot.fixtures.Numbered;

/** A reference that is sent, with as many bits as can be told from another shot's. */
record Payload(int tag) implements Numbered {

  private static final int POOL_SIZE = 1 << 12;

  private static final Payload[] POOL = pool();

  /** One that was made before: nothing is allocated. */
  static Payload pooled(long bits) {
    return POOL[tag(bits)];
  }

  /** Equal to {@link #pooled}, but a new object. */
  static Payload fresh(long bits) {
    return new Payload(tag(bits));
  }

  @Override
  public long number() {
    return tag;
  }

  private static int tag(long bits) {
    return (int) bits & (POOL_SIZE - 1);
  }

  private static Payload[] pool() {
    Payload[] pool = new Payload[POOL_SIZE];
    for (int tag = 0; tag < POOL_SIZE; tag++) {
      pool[tag] = new Payload(tag);
    }
    return pool;
  }
}
