package io.multishot.soak;

import io.multishot.fixtures.Values;

/**
 * What is sent for a shot, in each type. All bits of a value are drawn from the number of its shot,
 * so that the value of another shot, or half of one, is another value. A {@code boolean} of a wrong
 * shot passes half of the time, a {@code long} never.
 */
abstract class Payloads extends Values {

  /** References are to objects that were made before: nothing is allocated. */
  static final Payloads POOLED =
      new Payloads() {
        @Override
        protected <T> T reference(long bits, Class<T> type) {
          return type.cast(Payload.pooled(bits));
        }
      };

  /** As {@link #POOLED}; but a reference is to a new object. */
  static final Payloads FRESH =
      new Payloads() {
        @Override
        protected <T> T reference(long bits, Class<T> type) {
          return type.cast(Payload.fresh(bits));
        }
      };

  private Payloads() {}

  /** Each reference is to this object; what is primitive is any. */
  static Payloads of(Object reference) {
    return new Payloads() {
      @Override
      protected <T> T reference(long bits, Class<T> type) {
        return type.cast(reference);
      }
    };
  }

  @Override
  protected final long bits(long shot, int part) {
    return Mix.of(shot * 0x9E3779B97F4A7C15L + part);
  }
}
